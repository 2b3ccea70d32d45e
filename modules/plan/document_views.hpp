#pragma once
#include <string>
#include <vector>

#include "http/form.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"
#include "plan/review_page.hpp"

namespace caicach::plan
{

/// What the document says of itself, being settled.
struct DocumentPage {
    ReviewPage review{};
    DocumentRecord document{};  ///< as stored
    http::Form form{};
    std::vector<organisation::AgencySummary> agencies{};
    std::string coordinator_code{};
    std::string base{};               ///< what the form began with
    std::vector<http::Field> news{};  ///< what others changed since, for the form to show
};
[[nodiscard]] http::Response document_page(const Context& context, const DocumentPage& page);

/// What a saved change alters on the page.
[[nodiscard]] http::Response document_parts(const Context& context, const DocumentPage& page);
/// Only what is wrong, each beside its field; 422.
[[nodiscard]] http::Response document_faults(const Context& context, const DocumentPage& page);

}  // namespace caicach::plan
