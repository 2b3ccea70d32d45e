#include "app/openapi.hpp"

#include <string>
#include <utility>

#include "app/security_txt.hpp"
#include "app/version.hpp"

namespace caicach::app
{
namespace
{

using json::Value;

Value object() { return Value::object(); }

Value schema_of(const http::QueryField& field)
{
    if (field.highest == 0) return object().set("type", "string");
    return object().set("type", "integer").set("minimum", 1).set("maximum", field.highest);
}

/// "{plan}" of "/api/v1/plans/{plan}" and each field of the route's query as a parameter.
Value parameters_of(const http::Route& route)
{
    auto parameters = Value::array();
    const auto pattern = route.pattern;
    for (auto open = pattern.find('{'); open != std::string_view::npos;
         open = pattern.find('{', open + 1)) {
        const auto name = pattern.substr(open + 1, pattern.find('}', open) - open - 1);
        parameters.push(object()
                            .set("name", name)
                            .set("in", "path")
                            .set("required", true)
                            .set("schema", object().set("type", "string")));
    }
    for (const auto& field : route.query) {
        parameters.push(object()
                            .set("name", field.name)
                            .set("in", "query")
                            .set("description", field.meaning)
                            .set("required", false)
                            .set("schema", schema_of(field)));
    }
    return parameters;
}

/// "get /api/v1/plans/{plan}/items" as an identifier: "get_plans_plan_items".
std::string operation_id(const http::Route& route)
{
    std::string id = route.method == http::Method::get ? "get" : "post";
    for (const auto c : route.pattern.substr(std::string_view{"/api/v1"}.size())) {
        if (c == '/' || c == '.' || c == '-') {
            if (!id.ends_with('_')) id += '_';
        } else if (c != '{' && c != '}') {
            id += c;
        }
    }
    return id;
}

Value answer(std::string_view description, std::string_view type, Value schema)
{
    return object()
        .set("description", description)
        .set("content", object().set(type, object().set("schema", std::move(schema))));
}

Value schema(std::string_view name)
{
    return object().set("$ref", "#/components/schemas/" + std::string{name});
}

/// Whoever may ask without a token may ask with one, to be counted for themselves.
Value security_of(const http::Route& route)
{
    auto scopes = Value::array();
    if (!route.scope.empty()) scopes.push(route.scope);
    auto ways = Value::array();
    if (route.access == http::Access::anyone) ways.push(object());
    return ways.push(object().set("token", std::move(scopes)));
}

/// 429, with the headers that all other answers have, too.
Value too_many_requests()
{
    const auto header = [](std::string_view description) {
        return object()
            .set("description", description)
            .set("schema", object().set("type", "string"));
    };
    return answer("Too many requests: come back after Retry-After", "application/problem+json",
                  schema("Problem"))
        .set("headers",
             object()
                 .set("Retry-After", header("Seconds until the next request is admitted"))
                 .set("RateLimit-Policy",
                      header("The limits that hold: q requests at once, all of them again after w "
                             "seconds; on every answer that was counted"))
                 .set("RateLimit",
                      header("The one that has least left: r requests at once, all of them again "
                             "after t seconds; on every answer that was counted")));
}

Value operation(const http::Route& route)
{
    return object()
        .set("operationId", operation_id(route))
        .set("summary", route.summary)
        .set("security", security_of(route))
        .set("parameters", parameters_of(route))
        .set("responses",
             object()
                 .set("200", answer("The answer", "application/json", schema(route.answer)))
                 .set("429", too_many_requests())
                 .set("default", answer("What went wrong (RFC 9457)", "application/problem+json",
                                        schema("Problem"))));
}

/// Made by a person on the page of their account.
Value token_scheme(std::span<const Module> modules)
{
    std::string description =
        "Authorization: Bearer cc_live_… A token reads with its owner's rights, and at most with "
        "those of its scopes:";
    for (const auto& module : modules) {
        for (const auto& scope : module.token_scopes()) description += " " + std::string{scope.key};
    }
    return object()
        .set("type", "http")
        .set("scheme", "bearer")
        .set("bearerFormat", "cc_live_…")
        .set("description", description);
}

Value problem_schema()
{
    const auto text = [] { return object().set("type", "string"); };
    return object()
        .set("type", "object")
        .set("properties", object()
                               .set("type", text())
                               .set("title", text())
                               .set("status", object().set("type", "integer"))
                               .set("detail", text())
                               .set("field", text())
                               .set("request_id", text()))
        .set("required", Value::array().push("type").push("title").push("status"));
}

}  // namespace

json::Value openapi(std::span<const Module> modules)
{
    auto schemas = object().set("Problem", problem_schema());
    for (const auto& module : modules) {
        for (const auto& [name, text] : module.schemas()) {
            schemas.set(name, MUST(json::parse(text)));
        }
    }
    auto paths = object();
    for (const auto& module : modules) {
        for (const auto& route : module.routes()) {
            if (!route.pattern.starts_with("/api/v1/")) continue;
            VERIFY(schemas.has(route.answer));
            auto path = paths.has(route.pattern) ? paths[route.pattern] : object();
            path.set(route.method == http::Method::get ? "get" : "post", operation(route));
            paths.set(route.pattern, std::move(path));
        }
    }
    return object()
        .set("openapi", "3.1.0")
        .set("info", object()
                         .set("title", "Cải Cách")
                         .set("version", version())
                         .set("license",
                              object().set("name", "Apache-2.0").set("identifier", "Apache-2.0")))
        .set("paths", std::move(paths))
        .set("components", object()
                               .set("securitySchemes", object().set("token", token_scheme(modules)))
                               .set("schemas", std::move(schemas)));
}

Module openapi_module(std::span<const Module> modules)
{
    Module module{"app"};
    const auto show = [text = json::dump(openapi(modules), true)](
                          Context& /*context*/, const http::Request& /*request*/) {
        auto response = http::json(text);
        return Result<http::Response>{response.set_caching(http::Caching::brief)};
    };
    module.get("/api/openapi.json", http::Access::anyone, show);
    module.get("/.well-known/security.txt", http::Access::anyone, show_security_txt);
    return module;
}

}  // namespace caicach::app
