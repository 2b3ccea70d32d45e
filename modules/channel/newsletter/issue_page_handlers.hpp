#pragma once
#include <string_view>

#include "channel/newsletter/issue.hpp"
#include "http/form.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"
#include "web/components/fault.hpp"

/// The page of an issue at the desk, and what all that is done to it there has in common.
namespace caicach::channel
{

/// The one in the path, for who composes or approves issues of its agency.
[[nodiscard]] Result<Issue> seen_issue(const Context& context, database::Transaction& transaction,
                                       const http::Request& request);

/// The page, with what was typed and what is wrong with it.
[[nodiscard]] Result<http::Response> issue_page_with(Context& context,
                                                     database::Transaction& transaction,
                                                     const http::Request& request, http::Form form,
                                                     web::Fault fault);

/// What a form does to an issue.
using IssueDeed = Result<void> (*)(Context&, database::Transaction&, const http::Request&,
                                   const Issue&);
/// Does it in a transaction of its own. Goes on to the page of the issue, where `told` is said, or
/// quietly to the `anchor` on it; shows the page with what is wrong else.
[[nodiscard]] Result<http::Response> do_to_issue(Context& context, const http::Request& request,
                                                 IssueDeed deed, std::string_view told,
                                                 std::string_view anchor = {});

}  // namespace caicach::channel
