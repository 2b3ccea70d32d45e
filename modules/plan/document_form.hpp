#pragma once
#include "http/form.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"
#include "plan/review_page.hpp"

/// What the document says of itself, as a form.
namespace caicach::plan
{

[[nodiscard]] http::Form form_of(const DocumentFacts& document);
/// What was sent; faults are noted in `form`.
[[nodiscard]] DocumentFacts read_document(http::Form& form, const http::Request& request);

struct DocumentPage {
    ReviewPage review{};
    http::Form form{};
    std::vector<organisation::AgencySummary> agencies{};
    std::string coordinator_code{};
};
[[nodiscard]] http::Response document_page(const Context& context, const DocumentPage& page);

Result<http::Response> show_document(Context& context, const http::Request& request);
Result<http::Response> save_document(Context& context, const http::Request& request);

}  // namespace caicach::plan
