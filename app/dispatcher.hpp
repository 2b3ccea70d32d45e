#pragma once
#include <string>
#include <string_view>

#include "app/system.hpp"
#include "http/request.hpp"
#include "http/response.hpp"

namespace caicach::app
{

/// From a request to its answer: route, session, access, CSRF, handler; failures become pages or
/// problem documents. Any thread.
class Dispatcher
{
public:
    explicit Dispatcher(System& system) : m_system(system) {}

    [[nodiscard]] http::Response answer(http::Request& request) const;
    /// What somebody who is not signed in gets at a path of ours. In process: nobody is charged for
    /// it, and no cookie is read or set.
    [[nodiscard]] http::Response page_for_visitors(std::string_view target) const;
    /// For what was refused before it became a request.
    [[nodiscard]] http::Response refuse(int status, const Error& error) const;

private:
    struct Visitor;

    [[nodiscard]] Result<Visitor> program_of(const http::Request& request,
                                             std::string_view token) const;
    [[nodiscard]] Result<Visitor> visitor_of(const http::Request& request) const;
    [[nodiscard]] Result<void> check_access(const Context& context, const http::Route& route) const;
    [[nodiscard]] http::Response routed(Context& context, http::Request& request,
                                        http::RouteMatch match, const Visitor& visitor) const;
    [[nodiscard]] http::Response too_many(const Context& context, const http::Request& request,
                                          const RateCharge& refusal) const;
    [[nodiscard]] http::Response run(Context& context, const http::Request& request,
                                     const http::RouteMatch& match, const Visitor& visitor) const;
    [[nodiscard]] http::Response failed(const Context& context, const http::Request& request,
                                        const Error& error) const;
    [[nodiscard]] http::Response method_not_allowed(const Context& context,
                                                    const http::Request& request,
                                                    const std::string& allowed) const;
    [[nodiscard]] bool takes_anonymous_posts(std::string_view path) const;

    System& m_system;
};

}  // namespace caicach::app
