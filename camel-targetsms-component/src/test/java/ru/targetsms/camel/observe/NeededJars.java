package ru.targetsms.camel.observe;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Picks, from the class path of the tests, the jars that a POM needs at run time: nothing optional, nothing of tests. */
final class NeededJars {

    private final Map<String, Path> jars = Arrays.stream(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .filter(jar -> jar.toString().endsWith(".jar") && Files.exists(pomOf(jar)))
            .collect(Collectors.toMap(NeededJars::artifact, Function.identity(), (one, other) -> one));

    private final Map<String, Path> needed = new LinkedHashMap<>();

    /** Adds what a POM needs, and what that needs. */
    NeededJars by(Path pom) throws Exception {
        return with(dependencies(pom));
    }

    /** Adds artifacts, and what they need. */
    NeededJars with(Collection<String> artifacts) throws Exception {
        Deque<String> open = new ArrayDeque<>(artifacts);
        while (!open.isEmpty()) {
            String artifact = open.remove();
            Path jar = jars.get(artifact);
            if (jar != null && needed.putIfAbsent(artifact, jar) == null) {
                open.addAll(dependencies(pomOf(jar)));
            }
        }
        return this;
    }

    Set<String> artifacts() {
        return needed.keySet();
    }

    Collection<Path> paths() {
        return needed.values();
    }

    private static List<String> dependencies(Path pom) throws Exception {
        Element project = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(pom.toFile())
                .getDocumentElement();
        List<String> artifacts = new ArrayList<>();
        for (Element section : children(project, "dependencies")) {
            for (Element dependency : children(section, "dependency")) {
                boolean runtime = Set.of("", "compile", "runtime").contains(text(dependency, "scope"));
                if (runtime && !text(dependency, "optional").equals("true")) {
                    artifacts.add(text(dependency, "artifactId"));
                }
            }
        }
        return artifacts;
    }

    private static String text(Element element, String child) {
        return children(element, child).stream()
                .map(Node::getTextContent)
                .map(String::strip)
                .findFirst()
                .orElse("");
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }

    /** In a repository of Maven a jar lies in {@code artifact/version}, beside its POM. */
    private static String artifact(Path jar) {
        return jar.getParent().getParent().getFileName().toString();
    }

    private static Path pomOf(Path jar) {
        return jar.resolveSibling(jar.getFileName().toString().replaceAll("\\.jar$", ".pom"));
    }
}
