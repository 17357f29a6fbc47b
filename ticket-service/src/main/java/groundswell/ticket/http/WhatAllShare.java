package groundswell.ticket.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Describes once what all operations share: the headers of a change, and the problem that every failure is. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class WhatAllShare implements OASFilter {
    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.getComponents().addSchema("Problem", problem());
        api.getPaths().getPathItems().forEach(WhatAllShare::describe);
    }

    private static void describe(String path, PathItem item) {
        item.getOperations().forEach((method, operation) -> {
            if (path.startsWith("/api/tickets")
                    && (method == PathItem.HttpMethod.POST || method == PathItem.HttpMethod.PUT)) {
                header(
                        operation,
                        "Idempotency-Key",
                        "Sent again with the same body, the same answer and no second effect");
            }
            if (path.startsWith("/api/tickets/{ticketId}/") && method != PathItem.HttpMethod.GET) {
                header(operation, "If-Match", "The ETag that the change is based on, such as \"3\"; * for any");
            }
            operation.getResponses().setDefaultValue(failure());
        });
    }

    private static void header(Operation operation, String name, String description) {
        var known = operation.getParameters();
        if (known == null || known.stream().noneMatch(parameter -> name.equals(parameter.getName()))) {
            operation.addParameter(OASFactory.createParameter()
                    .name(name)
                    .in(Parameter.In.HEADER)
                    .description(description)
                    .schema(text()));
        }
    }

    private static org.eclipse.microprofile.openapi.models.responses.APIResponse failure() {
        var media =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref("Problem"));
        return OASFactory.createAPIResponse()
                .description("What went wrong and what to do; type is stable")
                .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, media));
    }

    private static Schema problem() {
        var fault = object().properties(Map.of("field", text(), "message", text()));
        return object().description("RFC 9457")
                .properties(Map.of(
                        "type",
                        text().description("Stable, such as /problems/already-closed"),
                        "title",
                        text(),
                        "status",
                        OASFactory.createSchema().type(List.of(Schema.SchemaType.INTEGER)),
                        "detail",
                        text().description("What to do"),
                        "errors",
                        OASFactory.createSchema()
                                .type(List.of(Schema.SchemaType.ARRAY))
                                .items(fault)));
    }

    private static Schema object() {
        return OASFactory.createSchema().type(List.of(Schema.SchemaType.OBJECT));
    }

    private static Schema text() {
        return OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING));
    }
}
