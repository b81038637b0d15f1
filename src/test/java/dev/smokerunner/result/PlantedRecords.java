package dev.smokerunner.result;

import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Records that have a text wherever they can keep one, and the texts that records keep. Knows nothing of what the records are: a
 * component that is added to one is found, and a kind of component that is not known here is an error.
 */
final class PlantedRecords {
    private final String text;
    private final Map<Type, List<Object>> made = new HashMap<>();

    PlantedRecords(String text) {
        this.text = text;
    }

    /**
     * Records of a kind that have the text in each of their components, also where a record refuses to have it in two at
     * once.
     */
    <T> List<T> of(Class<T> kind) throws ReflectiveOperationException {
        RecordComponent[] components = kind.getRecordComponents();
        List<List<Object>> choices = new ArrayList<>();
        for (RecordComponent component : components) {
            choices.add(values(component.getGenericType()));
        }
        List<T> records = new ArrayList<>();
        for (int i = 0; i < components.length; i++) {
            for (Object value : filled(components[i], choices.get(i))) {
                // The others empty where they may be: a text in one of them is planted in its turn.
                List<List<Object>> some = new ArrayList<>(
                        choices.stream().map(PlantedRecords::emptyFirst).toList());
                some.set(i, List.of(value));
                records.add(first(constructor(kind), some, new ArrayList<>())
                        .orElseThrow(() -> new AssertionError("no " + kind + " can have " + value)));
            }
        }
        return records;
    }

    /** Where records of a kind may keep texts, and those that they refer to, e.g. {@code Finding.message}. */
    static Set<String> places(Class<?> kind) {
        Set<String> places = new TreeSet<>();
        for (RecordComponent component : kind.getRecordComponents()) {
            places(component.getGenericType(), name(component), places);
        }
        return places;
    }

    /** Where a record keeps a text, itself or in a record that it refers to. */
    static Set<String> places(Object value, String text) throws ReflectiveOperationException {
        Set<String> places = new TreeSet<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            component.getAccessor().setAccessible(true);
            places(component.getAccessor().invoke(value), name(component), text, places);
        }
        return places;
    }

    private static void places(Type type, String name, Set<String> places) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(part -> places(part, name, places));
        } else if (type == String.class || type == URI.class) {
            places.add(name);
        } else if (((Class<?>) type).isRecord()) {
            places.addAll(places((Class<?>) type));
        }
    }

    private static void places(Object value, String name, String text, Set<String> places)
            throws ReflectiveOperationException {
        if (value instanceof Optional<?> optional && optional.isPresent()) {
            places(optional.get(), name, text, places);
        } else if (value instanceof Map<?, ?> map) {
            places(List.of(map.keySet(), map.values()), name, text, places);
        } else if (value instanceof Iterable<?> several) {
            for (Object one : several) {
                places(one, name, text, places);
            }
        } else if (value instanceof Record) {
            places.addAll(places(value, text));
        } else if (value.toString().contains(text)) {
            places.add(name);
        }
    }

    private static String name(RecordComponent component) {
        return component.getDeclaringRecord().getSimpleName() + "." + component.getName();
    }

    /** The values among these that hold the text; the first where none can. */
    private static List<Object> filled(RecordComponent component, List<Object> values) {
        Set<String> places = new TreeSet<>();
        places(component.getGenericType(), name(component), places);
        return places.isEmpty()
                ? values.subList(0, 1)
                : values.stream().filter(value -> !isEmpty(value)).toList();
    }

    private static List<Object> emptyFirst(List<Object> values) {
        return Stream.concat(
                        values.stream().filter(PlantedRecords::isEmpty),
                        values.stream().filter(value -> !isEmpty(value)))
                .toList();
    }

    private static boolean isEmpty(Object value) {
        return value.equals(Optional.empty()) || value.equals(List.of()) || value.equals(Map.of());
    }

    /** What a component of this type can be, those that hold the text first. */
    private List<Object> values(Type type) throws ReflectiveOperationException {
        List<Object> known = made.get(type);
        if (known == null) {
            known = make(type);
            made.put(type, known);
        }
        return known;
    }

    private List<Object> make(Type type) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType generic) {
            return severalOf(generic);
        }
        Class<?> kind = (Class<?>) type;
        if (kind.isEnum()) {
            return List.of(kind.getEnumConstants());
        }
        if (kind.isRecord()) {
            return List.copyOf(of(kind));
        }
        if (kind == String.class) {
            return List.of("a " + text + " of it");
        }
        if (kind == URI.class) {
            return List.of(URI.create("http://shop.example/" + text + "?a=b"));
        }
        return Stream.of(1, 1L, true, Duration.ZERO, Instant.EPOCH, OptionalInt.empty(), new Screenshot(new byte[0]))
                .filter(value -> MethodType.methodType(kind).wrap().returnType() == value.getClass())
                .map(List::<Object>of)
                .findFirst()
                .orElseThrow(() -> new AssertionError("what a " + kind + " holds is not known here"));
    }

    private List<Object> severalOf(ParameterizedType type) throws ReflectiveOperationException {
        List<Object> parts = values(type.getActualTypeArguments()[0]);
        if (type.getRawType() == Optional.class) {
            List<Object> values =
                    new ArrayList<>(parts.stream().map(Optional::of).toList());
            values.add(Optional.empty());
            return values;
        }
        if (type.getRawType() == List.class) {
            return List.of(parts, List.of());
        }
        if (type.getRawType() == Map.class) {
            return List.of(
                    Map.of(
                            parts.get(0),
                            values(type.getActualTypeArguments()[1]).get(0)),
                    Map.of());
        }
        throw new AssertionError("what a " + type + " holds is not known here");
    }

    private static <T> Constructor<T> constructor(Class<T> kind) throws ReflectiveOperationException {
        Constructor<T> constructor = kind.getDeclaredConstructor(Arrays.stream(kind.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        return constructor;
    }

    /** The first record of these choices that its constructor does not refuse. */
    private static <T> Optional<T> first(Constructor<T> constructor, List<List<Object>> choices, List<Object> chosen)
            throws ReflectiveOperationException {
        if (chosen.size() == choices.size()) {
            try {
                return Optional.of(constructor.newInstance(chosen.toArray()));
            } catch (InvocationTargetException refused) {
                return Optional.empty();
            }
        }
        for (Object value : choices.get(chosen.size())) {
            chosen.add(value);
            Optional<T> made = first(constructor, choices, chosen);
            chosen.remove(chosen.size() - 1);
            if (made.isPresent()) {
                return made;
            }
        }
        return Optional.empty();
    }
}
