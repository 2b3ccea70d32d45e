#pragma once
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "http/request.hpp"
#include "http/response.hpp"

namespace caicach
{
/// All that a handler may touch besides its request. Defined by foundation/manifest; this library
/// only hands it through.
class Context;
}  // namespace caicach

namespace caicach::http
{

/// Who reaches a route at all. Whether *this* person may act on *that* thing is asked again in the
/// handler, about the object.
struct Access {
    enum class Kind : std::uint8_t { anyone, signed_in, permission };

    static const Access anyone;
    static const Access signed_in;
    /// A constant of a module: `Access::holder_of("plan.review")`.
    static constexpr Access holder_of(std::string_view permission)
    {
        return {Kind::permission, permission};
    }

    Kind kind{Kind::signed_in};
    std::string_view permission{};

    friend constexpr bool operator==(const Access&, const Access&) = default;
};
inline constexpr Access Access::anyone{Access::Kind::anyone, {}};
inline constexpr Access Access::signed_in{Access::Kind::signed_in, {}};

/// What a route takes in. Beyond it: 413, before the rest is read.
struct BodyLimits {
    std::int64_t body_bytes{256 * 1024};  ///< a form without its files, or another body
    std::int64_t upload_bytes{0};         ///< all files of a form together; 0: takes no files
    int seconds{30};                      ///< for the whole body, at least; see ServerOptions
};

/// What requests to a route count against, besides the limit of who asks (rate_policies.hpp).
/// Routes that take files count as uploads by themselves.
enum class RouteRate : std::uint8_t {
    usual,
    code,   ///< its path holds a code or a secret: what was not found counts
    slip,   ///< makes a one-time way in for the account that its path names: what was made counts
    reset,  ///< asks for a letter to whom its form names: what was asked for counts
};

/// What may stand in the query of a route of the API.
struct QueryField {
    std::string_view name{};
    std::string_view meaning{};  ///< one sentence
    std::int64_t highest{};      ///< a whole number from 1 to this one; 0: a text
};

using Handler = std::function<Result<Response>(Context&, const Request&)>;

/// One line of the product's surface. `pattern` is a path whose `{name}` segments match anything
/// but a slash: "/ke-hoach/{plan}/muc/{item}". A literal segment wins over a `{name}`.
struct Route {
    Method method{Method::get};
    std::string_view pattern{};
    Access access{};
    Handler handler{};
    BodyLimits limits{};
    std::string_view summary{};           ///< one sentence; OpenAPI shows it for /api
    std::span<const QueryField> query{};  ///< constants, for OpenAPI
    std::string_view answer{};            ///< "PlanList": the schema of its JSON, for OpenAPI
    RouteRate rate{RouteRate::usual};
    std::string_view scope{};  ///< what a token of the API must be given to come here
    /// The audit's word for looking at what it shows of people ("identity.account.read"); empty: it
    /// shows nobody's data but the asker's.
    std::string_view reads_personal_data{};
    /// Who posts here never saw a form with a token: programs (one-click unsubscribing of RFC 8058,
    /// where the path holds a secret that says what may be done), and readers of pages that are the
    /// same bytes for everybody (a rating: its handler refuses what other sites' pages send).
    bool is_posted_by_programs{};
};

/// What a method and a path lead to.
struct RouteMatch {
    enum class Outcome { found, moved, method_not_allowed, not_found };

    Outcome outcome{Outcome::not_found};
    const Route* route{};             ///< of `found`
    std::vector<Field> parameters{};  ///< of `found`
    std::string location{};           ///< of `moved`: the path without its trailing slash
    std::string allow{};              ///< of `method_not_allowed`: "GET, HEAD, POST"
};

/// All routes. A tree of segments, so that a look-up costs its path and not the number of routes.
class Router
{
public:
    /// A malformed pattern or the same route twice ends the process: it is a fault of the source.
    explicit Router(std::vector<Route> routes);
    Router(const Router&) = delete;
    Router& operator=(const Router&) = delete;
    Router(Router&&) noexcept = default;
    Router& operator=(Router&&) noexcept = default;
    ~Router() = default;

    /// HEAD finds the GET route. `path` is decoded.
    [[nodiscard]] RouteMatch find(Method method, std::string_view path) const;
    /// Of the route found, or those of a route that takes nothing.
    [[nodiscard]] BodyLimits limits(Method method, std::string_view path) const;
    /// In the order given.
    [[nodiscard]] const std::vector<Route>& routes() const { return m_routes; }
    /// "/ke-hoach/{plan} GET anyone" line by line, sorted: what app/routes.txt must equal.
    [[nodiscard]] std::string listing() const;

private:
    struct Node {
        std::vector<std::pair<std::string, std::size_t>> children{};  ///< sorted by segment
        std::size_t wildcard{};             ///< index of the node for `{name}`; 0: none
        std::vector<std::size_t> routes{};  ///< indexes of the routes that end here
    };

    void add(std::size_t route);
    [[nodiscard]] std::size_t node_of(std::string_view path,
                                      std::vector<std::string>& values) const;

    std::vector<Route> m_routes;
    std::vector<Node> m_nodes;
};

}  // namespace caicach::http
