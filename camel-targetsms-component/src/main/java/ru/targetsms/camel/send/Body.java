package ru.targetsms.camel.send;

import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes a body apart into messages-to-be, lazily and in order. Knows whether the body can be read again from its
 * start, and what of it was not yet read. Used by one thread at a time.
 */
final class Body implements Iterator<Object> {

    /** Trees of JSON iterate over their children, but are one value. */
    private static final Set<String> JSON_TREES =
            Set.of("com.fasterxml.jackson.core.TreeNode", "tools.jackson.core.TreeNode", "com.google.gson.JsonElement");

    private final boolean many;
    private final @Nullable Object source;
    private final Iterator<?> elements;
    private boolean rereadable = true;
    private int read;

    private Body(boolean many, @Nullable Object source, Iterator<?> elements) {
        this.many = many;
        this.source = source;
        this.elements = elements;
    }

    /** Opens a body: many for what can be iterated over, else one. */
    static Body of(@Nullable Object body) {
        if (body instanceof Iterator<?> iterator) {
            return new Body(true, body, iterator);
        }
        if (body instanceof BaseStream<?, ?> stream) {
            return new Body(true, body, stream.iterator());
        }
        if (body instanceof Object[] array) {
            return new Body(true, body, Arrays.asList(array).iterator());
        }
        if (body instanceof Iterable<?> iterable && !isOneValue(body)) {
            return new Body(true, body, iterable.iterator());
        }
        return new Body(false, body, Collections.singletonList(body).iterator());
    }

    @Override
    public boolean hasNext() {
        return elements.hasNext();
    }

    @Override
    public Object next() {
        if (source instanceof Iterator<?> || source instanceof BaseStream<?, ?>) {
            rereadable = false;
        }
        Object element = elements.next();
        if (many && (element instanceof InputStream || element instanceof Reader)) {
            rereadable = false;
        }
        read++;
        return element;
    }

    /** Tells whether the element read last is the body's only one. */
    boolean isSingle() {
        return !many || (read == 1 && !elements.hasNext());
    }

    /** Tells whether the body is a list of messages, even of one. */
    boolean isMany() {
        return many;
    }

    /** Tells whether the body can be read again from its start. */
    boolean isRereadable() {
        return rereadable;
    }

    /** Puts what was not yet read behind what is left to do; a list when the body is in memory anyway. */
    Iterable<?> remainder(List<?> leftOver) {
        boolean inMemory = !many || source instanceof Collection<?> || source instanceof Object[];
        if (inMemory) {
            List<Object> all = new ArrayList<>(leftOver);
            elements.forEachRemaining(all::add);
            return all;
        }
        return new Remainder(leftOver.iterator(), elements);
    }

    private static boolean isOneValue(Object body) {
        return body instanceof Path || isJsonTree(body.getClass());
    }

    private static boolean isJsonTree(Class<?> type) {
        return type != null
                && (JSON_TREES.contains(type.getName())
                        || isJsonTree(type.getSuperclass())
                        || Arrays.stream(type.getInterfaces()).anyMatch(Body::isJsonTree));
    }

    /** Can be read once, so it is an iterator as well, and counts as one when it is sent as a body. */
    @SuppressWarnings("IterableAndIterator") // can be read once, and says so
    private record Remainder(Iterator<?> first, Iterator<?> then) implements Iterable<Object>, Iterator<Object> {

        @Override
        public Iterator<Object> iterator() {
            return this;
        }

        @Override
        public boolean hasNext() {
            return first.hasNext() || then.hasNext();
        }

        @Override
        public Object next() {
            return first.hasNext() ? first.next() : then.next();
        }

        @Override
        public String toString() {
            return "Remainder";
        }
    }
}
