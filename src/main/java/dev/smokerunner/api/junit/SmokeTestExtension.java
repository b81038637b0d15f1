package dev.smokerunner.api.junit;

import dev.smokerunner.api.Plan;
import dev.smokerunner.api.SmokeRunner;
import dev.smokerunner.result.SmokeResult;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Makes the tests of a {@link SmokeTest}, and hands out its result. */
final class SmokeTestExtension implements TestTemplateInvocationContextProvider, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(SmokeTestExtension.class);

    /** For Jupiter. */
    SmokeTestExtension() {}

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return context.getTestMethod()
                .filter(method -> AnnotationSupport.isAnnotated(method, SmokeTest.class))
                .isPresent();
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        return CheckTest.all(result(context)).stream().map(Invocation::new);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SmokeResult.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return result(context);
    }

    /** The result of the run that is meant: the method's own, or that which its class shares. */
    private static SmokeResult result(ExtensionContext context) {
        Optional<SmokeTest> own = context.getTestMethod()
                .flatMap(method -> AnnotationSupport.findAnnotation(method, SmokeTest.class))
                .filter(SmokeTestExtension::saysWhat);
        if (own.isPresent()) {
            return run(context, context.getRequiredTestMethod(), own.get());
        }
        Class<?> shared = sharing(context.getRequiredTestClass());
        return run(context, shared, shared.getAnnotation(SmokeTest.class));
    }

    /** The class, or the one around it, that says what to look at. */
    private static Class<?> sharing(Class<?> test) {
        for (Class<?> at = test; at != null; at = at.getEnclosingClass()) {
            if (at.isAnnotationPresent(SmokeTest.class) && saysWhat(at.getAnnotation(SmokeTest.class))) {
                return at;
            }
        }
        throw new ExtensionConfigurationException("@SmokeTest: expected a config or a target, on the method or on "
                + test.getSimpleName() + ", got neither; for example: @SmokeTest(\"smoke-configs/signup.yaml\")");
    }

    private static boolean saysWhat(SmokeTest test) {
        return !test.value().isEmpty() || !test.target().isEmpty();
    }

    private static SmokeResult run(ExtensionContext context, AnnotatedElement owner, SmokeTest test) {
        Store store = of(owner, context).getStore(NAMESPACE);
        SharedRun run;
        synchronized (SmokeTestExtension.class) {
            SharedRun known = store.get(owner, SharedRun.class);
            run = known == null ? new SharedRun(plan(test)) : known;
            store.put(owner, run);
        }
        return run.result();
    }

    /** The context of a class or a method, so that a result is kept no longer than its tests run. */
    private static ExtensionContext of(AnnotatedElement owner, ExtensionContext context) {
        ExtensionContext at = context;
        while (at.getParent().isPresent()
                && at.getElement().filter(owner::equals).isEmpty()) {
            at = at.getParent().get();
        }
        return at;
    }

    private static Plan plan(SmokeTest test) {
        String config = test.value();
        String target = test.target();
        Plan plan = config.isEmpty() ? Plan.url(target) : Plan.config(config);
        Plan placed = target.isEmpty() ? plan : plan.target(target);
        return test.environment().isEmpty() ? placed : placed.environment(test.environment());
    }

    /** A run that several tests ask for and that is made once. */
    private static final class SharedRun {
        private final Plan plan;
        private Optional<SmokeResult> result = Optional.empty();

        SharedRun(Plan plan) {
            this.plan = plan;
        }

        synchronized SmokeResult result() {
            if (result.isEmpty()) {
                result = Optional.of(SmokeRunner.run(plan));
            }
            return result.get();
        }
    }

    /** One test. */
    private record Invocation(CheckTest test) implements TestTemplateInvocationContext {
        @Override
        public String getDisplayName(int number) {
            return test.name();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of((BeforeTestExecutionCallback) context -> test.end());
        }
    }
}
