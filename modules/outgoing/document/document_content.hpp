#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "document/official_document.hpp"
#include "json/value.hpp"
#include "outgoing/document/document.hpp"

/// What a document says, as it is stored.
namespace caicach::outgoing
{

/// What is as by default is left out, so that a later program writes the same.
[[nodiscard]] json::Value to_json(const document::OfficialDocument& content);
/// What this program does not know is passed over; what lacks is as by default.
[[nodiscard]] document::OfficialDocument content_from(const json::Value& value);

/// With number and day, as it goes on paper; annexes that say nothing of what they belong to say
/// it.
[[nodiscard]] document::OfficialDocument printed_of(const Document& document,
                                                    document::OfficialDocument content);

/// Each line of what a person typed is a paragraph; "# " begins a heading, "Căn cứ" a basis.
[[nodiscard]] std::vector<document::OfficialBlock> body_from(std::string_view typed);
/// The way back; of a body that was written so.
[[nodiscard]] std::string typed_of(const std::vector<document::OfficialBlock>& body);

}  // namespace caicach::outgoing
