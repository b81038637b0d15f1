package dev.smokerunner.config;

import java.util.HashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads YAML into a tree and notes where each value stands.
 *
 * <p>It walks the tokens itself, because what binds a tree forgets where keys stood, and because aliases, tags, second
 * documents and keys that come twice are refused here and not followed: an alias bomb stays a handful of tokens.
 */
final class YamlReader {
    /** The sample of the whole format is five levels deep. */
    private static final int DEEPEST = 20;

    private static final int LONGEST_WHOLE_NUMBER = 18;
    private static final String YAML_TAG = "tag:yaml.org,2002:";
    private static final YAMLMapper YAML = new YAMLMapper();

    private final YAMLParser parser;
    private final ValuePositions spots;
    private final Problems problems;
    private final JsonNodeFactory nodes = JsonNodeFactory.instance;

    private YamlReader(YAMLParser parser, ValuePositions spots, Problems problems) {
        this.parser = parser;
        this.spots = spots;
        this.problems = problems;
    }

    /** The tree of a text; missing where the text is no YAML, which is then among the problems. */
    static JsonNode read(String text, ValuePositions spots, Problems problems) {
        try (YAMLParser parser = (YAMLParser) YAML.createParser(text)) {
            return new YamlReader(parser, spots, problems).document();
        } catch (TooDeep e) {
            problems.addAt(e.place, "expected at most " + DEEPEST + " levels of lists and maps, got more");
        } catch (JacksonException e) {
            problems.addAt(place(e, text), "expected valid YAML, got a syntax error: " + sentence(e));
        }
        return MissingNode.getInstance();
    }

    private JsonNode document() {
        if (parser.nextToken() == null) {
            problems.addAt(
                    TextPosition.START, "expected a map with the keys of a Smoke Runner config, got an empty file");
            return MissingNode.getInstance();
        }
        JsonNode root = value(JsonPointer.empty(), "", TextPosition.START, 0);
        if (parser.nextToken() != null) {
            problems.addAt(here(), "expected one YAML document, got a second one");
        }
        return root;
    }

    private JsonNode value(JsonPointer at, String path, TextPosition key, int depth) {
        if (depth > DEEPEST) {
            throw new TooDeep(here());
        }
        JsonToken token = parser.currentToken();
        ValuePosition spot = new ValuePosition(path, key, here(), token.isScalarValue() ? parser.getString() : "");
        spots.put(at, spot);
        refuseAliasAndTag(at);
        return switch (token) {
            case START_OBJECT -> map(at, spot, depth);
            case START_ARRAY -> list(at, spot, depth);
            case VALUE_NUMBER_INT -> wholeNumber(spot.written());
            case VALUE_NUMBER_FLOAT -> fraction(parser.getDoubleValue());
            case VALUE_TRUE, VALUE_FALSE -> nodes.booleanNode(token == JsonToken.VALUE_TRUE);
            case VALUE_NULL -> nodes.nullNode();
            default -> nodes.stringNode(spot.written());
        };
    }

    private ObjectNode map(JsonPointer at, ValuePosition map, int depth) {
        ObjectNode node = nodes.objectNode();
        Map<String, TextPosition> keys = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            TextPosition key = here();
            TextPosition first = keys.putIfAbsent(name, key);
            parser.nextToken();
            if (first == null) {
                node.set(name, value(at.appendProperty(name), map.below(name), key, depth + 1));
            } else {
                parser.skipChildren();
                problems.addTwice(at.appendProperty(name), key, first);
            }
        }
        return node;
    }

    private ArrayNode list(JsonPointer at, ValuePosition list, int depth) {
        ArrayNode node = nodes.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int index = node.size();
            node.add(value(at.appendIndex(index), list.item(index), here(), depth + 1));
        }
        return node;
    }

    /** A number that no key takes is as good as another that no key takes, and costs less. */
    private JsonNode wholeNumber(String written) {
        return nodes.numberNode(written.length() <= LONGEST_WHOLE_NUMBER ? parser.getLongValue() : Long.MAX_VALUE);
    }

    private JsonNode fraction(double number) {
        return nodes.numberNode(Math.abs(number) < Integer.MAX_VALUE ? number : Double.NaN);
    }

    private void refuseAliasAndTag(JsonPointer at) {
        String tag = parser.getTypeId();
        if (parser.isCurrentAlias()) {
            problems.add(at, "expected the value itself, got the alias " + Quoted.quoted("*" + parser.getString()));
        } else if (tag != null) {
            String written = tag.startsWith(YAML_TAG) ? "!!" + tag.substring(YAML_TAG.length()) : "!" + tag;
            problems.add(at, "expected a value without a tag, got the tag " + Quoted.quoted(written));
        }
    }

    private TextPosition here() {
        return place(parser.currentTokenLocation());
    }

    private static TextPosition place(TokenStreamLocation location) {
        return new TextPosition(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    private static TextPosition place(JacksonException e, String text) {
        if (e.getCause() instanceof ReaderException cause) {
            return TextPosition.in(text, cause.getPosition());
        }
        if (e.getCause() instanceof MarkedYamlEngineException cause
                && cause.getProblemMark().isPresent()) {
            return place(cause.getProblemMark().get());
        }
        return e.getLocation() == null ? TextPosition.START : place(e.getLocation());
    }

    private static TextPosition place(Mark mark) {
        return new TextPosition(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static String sentence(JacksonException e) {
        if (e.getCause() instanceof ReaderException) {
            return "a character that no text file holds";
        }
        if (!(e.getCause() instanceof MarkedYamlEngineException cause)) {
            return "a key that is no plain text";
        }
        if (cause.getProblem().contains("TAB")) {
            return "a tab begins the line or the value; indent with spaces";
        }
        String began = cause.getContextMark()
                .map(mark -> cause.getContext() + " that begins at " + place(mark) + ", ")
                .orElse("");
        return began + cause.getProblem().replaceFirst("\\. \\(Do not use .*", "; put the value in quotes");
    }

    /** Ends the reading of what no config needs, before it costs anything. */
    private static final class TooDeep extends IllegalStateException {
        private static final long serialVersionUID = 1L;
        private final transient TextPosition place;

        TooDeep(TextPosition place) {
            this.place = place;
        }
    }
}
