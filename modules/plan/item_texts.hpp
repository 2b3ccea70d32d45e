#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "plan/edition.hpp"
#include "plan/item.hpp"

/// What an item says, in words for people: the same on the page and in every download.
namespace caicach::plan
{

[[nodiscard]] std::string names_of(const std::vector<Mention>& mentions);  ///< parted by "; "
[[nodiscard]] std::string schedule_text(const Item& item);
[[nodiscard]] std::string quotas_text(const Item& item);
[[nodiscard]] std::string metrics_text(const Item& item);
[[nodiscard]] std::string audience_text(const Item& item);

/// The names and values of an item, as pages show them; empty ones are left out.
struct ItemFacts {
    std::vector<std::pair<std::string, std::string>> rows{};
};
[[nodiscard]] ItemFacts facts_of(const Item& item);

/// All that a page or a download says of an item beside its own words.
struct ItemTexts {
    std::string anchor{};
    std::string context{};
    std::string source{};  ///< the lines of the document it was made of
    std::string place{};   ///< "Dòng 12–15, trang 2"; empty: added by hand
    ItemFacts facts{};
};
/// `lines` are those of the item's edition, by number; `next` is the item that follows, if any.
[[nodiscard]] ItemTexts texts_of(const Item& item, const std::vector<SourceLine>& lines,
                                 const Item* next);
/// A line of the source without the marks of its conversion; cells parted by " | ".
[[nodiscard]] std::string shown_line(std::string_view line);

/// "Bộ Nội vụ (để báo cáo)"
[[nodiscard]] std::string recipient_text(const Recipient& recipient);
/// "Nghị định 30/2020/NĐ-CP ngày 05/03/2020 của Chính phủ"
[[nodiscard]] std::string reference_text(const Reference& reference);

}  // namespace caicach::plan
