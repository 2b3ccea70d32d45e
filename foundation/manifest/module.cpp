#include "manifest/module.hpp"

#include <utility>

namespace caicach
{

void Module::get(std::string_view pattern, http::Access access, http::Handler handler,
                 RouteOptions options)
{
    m_routes.push_back({http::Method::get, pattern, access, std::move(handler), options.limits,
                        options.summary, options.query, options.answer, options.rate, options.scope,
                        options.reads_personal_data, options.is_posted_by_programs});
}

void Module::post(std::string_view pattern, http::Access access, http::Handler handler,
                  RouteOptions options)
{
    m_routes.push_back({http::Method::post, pattern, access, std::move(handler), options.limits,
                        options.summary, options.query, options.answer, options.rate, options.scope,
                        options.reads_personal_data, options.is_posted_by_programs});
}

void Module::job(std::string_view kind, jobs::KindLimits limits, JobHandler handler)
{
    m_jobs.push_back({kind, limits, std::move(handler)});
}

}  // namespace caicach
