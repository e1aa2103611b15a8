package ru.targetsms.camel.docs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.tooling.model.BaseOptionModel;
import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.tooling.model.ComponentModel.EndpointHeaderModel;

/** Writes what the reference page takes from the component's JSON, as AsciiDoc that a code host shows as well. */
final class ReferenceTables {

    private static final String OPTIONS_HEAD =
            "[cols=\"3,7,2,2\",options=\"header\"]\n|===\n|Name |Description |Default |Type\n";
    private static final String HEADERS_HEAD = "[cols=\"3,7,2\",options=\"header\"]\n|===\n|Name |Description |Type\n";

    private final ComponentModel component;

    ReferenceTables(ComponentModel component) {
        this.component = component;
    }

    /** Returns what has to stand between each pair of markers. */
    Map<String, String> byMarker() {
        Map<String, String> byMarker = new LinkedHashMap<>();
        byMarker.put("component attributes", attributes());
        byMarker.put("component options", grouped(OPTIONS_HEAD, component.getComponentOptions()));
        byMarker.put("path parameters", table(OPTIONS_HEAD, component.getEndpointPathOptions()));
        byMarker.put("query parameters", grouped(OPTIONS_HEAD, component.getEndpointParameterOptions()));
        byMarker.put("headers", grouped(HEADERS_HEAD, component.getEndpointHeaders()));
        return byMarker;
    }

    private String attributes() {
        return ":doctitle: %s\n".formatted(component.getTitle())
                + ":shortname: %s\n".formatted(component.getName())
                + ":artifactid: %s\n".formatted(component.getArtifactId())
                + ":description: %s\n".formatted(component.getDescription())
                + ":since: %s\n".formatted(component.getFirstVersionShort())
                + ":supportlevel: %s\n".formatted(component.getSupportLevel())
                + ":component-header: %s\n".formatted(directions());
    }

    private String directions() {
        if (component.isProducerOnly()) {
            return "Only producer is supported";
        }
        return component.isConsumerOnly() ? "Only consumer is supported" : "Both producer and consumer are supported";
    }

    /** A table for each group, in the order the groups first come. */
    private static String grouped(String head, List<? extends BaseOptionModel> options) {
        Map<String, List<BaseOptionModel>> groups = options.stream()
                .collect(Collectors.groupingBy(BaseOptionModel::getGroup, LinkedHashMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .map(group -> "." + capitalised(group.getKey()) + "\n" + table(head, group.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String table(String head, List<? extends BaseOptionModel> options) {
        return options.stream().map(ReferenceTables::row).collect(Collectors.joining("", head, "|===\n"));
    }

    private static String row(BaseOptionModel option) {
        String description = marks(option) + escaped(option.getDescription()) + values(option);
        return option instanceof EndpointHeaderModel header
                ? row("`" + header.getName() + "` (`" + constant(header) + "`)", description, type(header))
                : row("`" + option.getName() + "`", description, defaultValue(option), type(option));
    }

    private static String row(String... cells) {
        return Stream.of(cells).collect(Collectors.joining("\n|", "\n|", "\n"));
    }

    private static String constant(EndpointHeaderModel header) {
        return header.getConstantName().replaceFirst(".*#", "");
    }

    private static String marks(BaseOptionModel option) {
        return (option.isDeprecated() ? "*Deprecated.* " : "")
                + (option.isRequired() ? "*Required.* " : "")
                + (option.isSecret() ? "*Secret.* " : "")
                + (option.isAutowired() ? "*Autowired.* " : "");
    }

    private static String values(BaseOptionModel option) {
        return option.getEnums() == null
                ? ""
                : option.getEnums().stream()
                        .map(ReferenceTables::literal)
                        .collect(Collectors.joining(", ", " Values: ", "."));
    }

    private static String defaultValue(BaseOptionModel option) {
        if (option.getDefaultValue() == null) {
            return "";
        }
        String value = option.getDefaultValue().toString();
        return literal("duration".equals(option.getType()) ? duration(Long.parseLong(value)) : value);
    }

    /** In the largest unit of Camel's durations that needs no fraction. */
    private static String duration(long millis) {
        if (millis == 0) {
            return "0";
        }
        return Map.of(TimeUnit.DAYS, "d", TimeUnit.HOURS, "h", TimeUnit.MINUTES, "m", TimeUnit.SECONDS, "s")
                .entrySet()
                .stream()
                .filter(unit -> millis % unit.getKey().toMillis(1) == 0)
                .max(Map.Entry.comparingByKey())
                .map(unit -> millis / unit.getKey().toMillis(1) + unit.getValue())
                .orElse(millis + "ms");
    }

    /** Without package and type parameters. */
    private static String type(BaseOptionModel option) {
        if (option.getEnums() != null) {
            return "enum";
        }
        return "duration".equals(option.getType())
                ? "duration"
                : option.getJavaType().replaceFirst("<.*", "").replaceFirst(".*\\.", "");
    }

    private static String literal(Object value) {
        return "`+" + value + "+`";
    }

    /** Keeps text from being read as the end of a cell or as an attribute of the page. */
    private static String escaped(String text) {
        return text.replace("|", "\\|").replaceAll("(\\{[\\w-]+})", "\\\\$1");
    }

    private static String capitalised(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
