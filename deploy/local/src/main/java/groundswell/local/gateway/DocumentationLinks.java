package groundswell.local.gateway;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/**
 * A service describes its API under {@code /q}; behind the gateway each has a path of its own, and its page must point
 * there.
 *
 * @param base such as {@code /docs/ticket}
 */
record DocumentationLinks(String base) implements ProxyInterceptor {
    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        context.request().headers().remove("Accept-Encoding");
        return context.sendRequest();
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        var response = context.response();
        var type = response.headers().get("Content-Type");
        if (response.getBody() == null || type == null || !type.contains("html")) return context.sendResponse();
        return read(response.getBody().stream()).compose(page -> {
            response.setBody(Body.body(rewritten(page)));
            return context.sendResponse();
        });
    }

    private Buffer rewritten(Buffer page) {
        return Buffer.buffer(
                page.toString().replace("/q/openapi", base + "/openapi").replace("/q/swagger-ui", base));
    }

    private static Future<Buffer> read(ReadStream<Buffer> stream) {
        var whole = Buffer.buffer();
        Promise<Buffer> promise = Promise.promise();
        stream.handler(whole::appendBuffer)
                .exceptionHandler(promise::tryFail)
                .endHandler(_ -> promise.tryComplete(whole))
                .resume();
        return promise.future();
    }
}
