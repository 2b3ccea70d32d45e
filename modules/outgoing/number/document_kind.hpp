#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "calendar/date.hpp"
#include "text/reference.hpp"

namespace caicach::outgoing
{

/// A kind of administrative document: a row of data/reference/document_kinds.csv. Keys stand in
/// series and documents.
struct DocumentKind {
    std::string key{};   ///< "bao_cao"
    std::string name{};  ///< "Báo cáo"
    std::string mark{};  ///< "BC", in the document's symbol; empty: a letter (công văn)
    /// One person signs it for the agency. Otherwise several do (a contract, minutes), whose lines
    /// the writer sets by hand.
    bool needs_signer{true};
};

/// The kind of a letter, which prints no name of its kind.
inline constexpr std::string_view letter_kind = "cong_van";

/// Those of the day, in the order of the file.
[[nodiscard]] Result<std::vector<DocumentKind>> document_kinds_on(Date day);
/// invalid "outgoing.kind.unknown" at "kind".
[[nodiscard]] Result<DocumentKind> document_kind(std::string_view key, Date day);

[[nodiscard]] text::ReferenceFile document_kinds_table();

}  // namespace caicach::outgoing
