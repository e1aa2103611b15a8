package ru.targetsms.simulator.page;

import java.util.Locale;
import java.util.Map;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Fills in the templates. The engine is made with the first page: hundreds of tests never ask for one. */
final class Templates {

    private static final String FOLDER = "ru/targetsms/simulator/page/templates/";

    private volatile ITemplateEngine engine;

    String render(String template, Locale language, Map<String, Object> model) {
        return engine().process(template, new Context(language, model));
    }

    boolean made() {
        return engine != null;
    }

    private ITemplateEngine engine() {
        if (engine == null) {
            synchronized (this) {
                if (engine == null) {
                    engine = make();
                }
            }
        }
        return engine;
    }

    private static ITemplateEngine make() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(Templates.class.getClassLoader());
        resolver.setPrefix(FOLDER);
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        resolver.setTemplateMode(TemplateMode.HTML);
        TemplateEngine made = new TemplateEngine();
        made.setTemplateResolver(resolver);
        made.setMessageResolver(new Texts());
        made.setLinkBuilder(new Links());
        return made;
    }

    /** Puts the application's context path before a link. */
    private static final class Links extends StandardLinkBuilder {

        @Override
        protected String computeContextPath(IExpressionContext context, String base, Map<String, Object> parameters) {
            return (String) context.getVariable("contextPath");
        }
    }
}
