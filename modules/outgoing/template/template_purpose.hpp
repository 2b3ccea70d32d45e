#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "manifest/context.hpp"
#include "outgoing/api.hpp"

/// What templates may be for, asked of whoever has documents made of things of its own.
namespace caicach::outgoing
{

/// In the order of their texts.
[[nodiscard]] Result<std::vector<TemplatePurpose>> template_purposes(
    Context& context, database::Transaction& transaction);
/// Fields of all documents and of that purpose; invalid "outgoing.template.purpose" at "kind" where
/// there is none of that key for the kind. An empty key is for all of the kind.
[[nodiscard]] Result<document::TemplateFields> fields_for(
    const std::vector<TemplatePurpose>& purposes, std::string_view kind, std::string_view key);

/// Of a document; empty where its source has none.
[[nodiscard]] Result<std::string> purpose_of(Context& context, database::Transaction& transaction,
                                             const Document& document);
/// What its source says of it beside what stands on paper.
[[nodiscard]] Result<json::Value> values_of(Context& context, database::Transaction& transaction,
                                            const Document& document);

}  // namespace caicach::outgoing
