#pragma once
#include "document/official_document.hpp"
#include "document/word_template.hpp"
#include "json/value.hpp"

/// What a template may name, and what of a document stands there.
namespace caicach::outgoing
{

/// Of all documents. With sentences, for the page that helps.
[[nodiscard]] const document::TemplateFields& document_fields();
/// Of a document as it goes on paper.
[[nodiscard]] json::Value template_values(const document::OfficialDocument& printed);
/// What a purpose's fields say in trials: their own sentences; two rows of each list.
[[nodiscard]] json::Value trial_values(const document::TemplateFields& fields);
/// Of one that is invented, for trials.
[[nodiscard]] document::OfficialDocument trial_document(std::string issuer, std::string kind);

}  // namespace caicach::outgoing
