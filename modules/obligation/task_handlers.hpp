#pragma once
#include <optional>

#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"
#include "obligation/obligation.hpp"

namespace caicach::obligation
{

/// The obligation of the address, for who may see it; for others it is not there.
[[nodiscard]] Result<Obligation> obligation_in(const Context& context,
                                               database::Transaction& transaction,
                                               const http::Request& request);
/// Its page again, after a form of it was refused.
[[nodiscard]] Result<http::Response> task_page_with(Context& context, const http::Request& request,
                                                    std::optional<Error> error);

[[nodiscard]] Result<http::Response> show_inbox(Context& context, const http::Request& request);
/// The box of the query, whole.
[[nodiscard]] Result<http::Response> export_inbox(Context& context, const http::Request& request);
[[nodiscard]] Result<http::Response> show_task(Context& context, const http::Request& request);
[[nodiscard]] Result<http::Response> post_assignment(Context& context,
                                                     const http::Request& request);
[[nodiscard]] Result<http::Response> post_chosen_fact(Context& context,
                                                      const http::Request& request);
[[nodiscard]] Result<http::Response> post_uncounting(Context& context,
                                                     const http::Request& request);
[[nodiscard]] Result<http::Response> post_uncounting_end(Context& context,
                                                         const http::Request& request);
[[nodiscard]] Result<http::Response> post_uncounting_answer(Context& context,
                                                            const http::Request& request);
[[nodiscard]] Result<http::Response> post_progress(Context& context, const http::Request& request);
[[nodiscard]] Result<http::Response> post_excuse(Context& context, const http::Request& request);
[[nodiscard]] Result<http::Response> post_excuse_end(Context& context,
                                                     const http::Request& request);

}  // namespace caicach::obligation
