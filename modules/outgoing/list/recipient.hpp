#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "calendar/date.hpp"
#include "document/official_document.hpp"
#include "text/reference.hpp"

/// Who gets a document, as it stands on paper: "Ủy ban nhân dân tỉnh (b/c)".
namespace caicach::outgoing
{

/// Why a document goes somewhere: a row of data/reference/recipient_markers.csv.
struct RecipientMarker {
    std::string mark{};  ///< "b/c"
    std::string text{};  ///< "để báo cáo"
};
[[nodiscard]] Result<std::vector<RecipientMarker>> recipient_markers_on(Date day);

struct Recipient {
    std::string text{};    ///< without the marker
    std::string marker{};  ///< "b/c"; empty: none, or one that nobody knows
};
[[nodiscard]] Recipient recipient_from(std::string_view line,
                                       const std::vector<RecipientMarker>& markers);

/// "Lưu: VT": what is kept, and goes nowhere.
[[nodiscard]] bool is_copy(std::string_view line);
/// "Lưu: VT" stands last, whoever wrote it where; without one it is added. Nothing of nothing.
[[nodiscard]] std::vector<std::string> with_copy_last(std::vector<std::string> lines);

/// What was typed and the lines of a list behind it, each once; of two copies that are kept the
/// typed one.
[[nodiscard]] std::vector<std::string> together(std::vector<std::string> typed,
                                                const std::vector<std::string>& listed);

/// All whom a document is for: those whom it addresses and those whom it names at its end, each
/// once; without "Như trên" and the copy that is kept.
[[nodiscard]] std::vector<Recipient> recipients_of(const document::OfficialDocument& content,
                                                   const std::vector<RecipientMarker>& markers);

[[nodiscard]] text::ReferenceFile recipient_markers_table();

}  // namespace caicach::outgoing
