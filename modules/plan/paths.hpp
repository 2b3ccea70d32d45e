#pragma once
#include <string>
#include <string_view>

#include "http/percent.hpp"
#include "plan/change.hpp"
#include "plan/edit_store.hpp"
#include "plan/edition.hpp"

/// Every address of this module is made here.
namespace caicach::plan
{

[[nodiscard]] inline std::string plans_path() { return "/ke-hoach"; }
[[nodiscard]] inline std::string plan_path(const Edition& edition)
{
    return "/ke-hoach/" + edition.slug;
}
/// The register of documents cited, narrowed to those that have the words.
[[nodiscard]] inline std::string citations_path(std::string_view words = {})
{
    return "/van-ban-vien-dan" + (words.empty() ? "" : "?tim=" + http::percent_encoded(words));
}
/// An item on its plan's page; the anchor is its lineage, so that links outlive amendments.
[[nodiscard]] std::string item_anchor(const Item& item);
[[nodiscard]] std::string item_path(const Edition& edition, const Item& item);
/// `format`: "csv", "xlsx", "json" or "ics".
[[nodiscard]] inline std::string export_path(const Edition& edition, std::string_view format)
{
    return plan_path(edition) + "/muc." + std::string{format};
}

[[nodiscard]] inline std::string drafts_path() { return "/soan-ke-hoach"; }
[[nodiscard]] inline std::string draft_path(const Edition& edition)
{
    return "/soan-ke-hoach/" + edition.code;
}
/// `part`: "van-ban", "thuc-hien", "thay-doi", "can-xu-ly", "hoan-tac", "muc-moi", "tien-do", …
[[nodiscard]] inline std::string draft_path(const Edition& edition, std::string_view part)
{
    return draft_path(edition) + "/" + std::string{part};
}
/// What was done to one edition of the plan, also to one that is replaced.
[[nodiscard]] inline std::string history_path(const Edition& edition)
{
    return draft_path(edition, "lich-su?ban=") + std::to_string(edition.number);
}
[[nodiscard]] inline std::string draft_item_path(const Edition& edition, const Item& item,
                                                 std::string_view action = {})
{
    return draft_path(edition) + "/muc/" + item.code() +
           (action.empty() ? "" : "/" + std::string{action});
}
/// Where the review shows the item.
[[nodiscard]] inline std::string review_path(const Edition& edition, const Item& item)
{
    return draft_path(edition) + "#" + item_anchor(item);
}
/// Who is meant by a name that nobody knows.
[[nodiscard]] inline std::string name_path(const Edition& edition, std::string_view name)
{
    return draft_path(edition, "ten-goi?ten=") + http::percent_encoded(name);
}
[[nodiscard]] inline std::string draft_line_path(const Edition& edition, int line)
{
    return draft_path(edition) + "/dong/" + std::to_string(line);
}
[[nodiscard]] inline std::string change_path(const Edition& edition, const Change& change)
{
    return draft_path(edition) + "/thay-doi/" + std::to_string(change.number);
}
/// Where the review shows a line of which nothing became.
[[nodiscard]] inline std::string open_line_path(const Edition& edition, int line)
{
    return draft_path(edition) + "#muc-dong-" + std::to_string(line);
}
/// Takes back the step that the person saw as the last.
[[nodiscard]] inline std::string undo_path(const Edition& edition, const Edit& edit)
{
    return draft_path(edition, "hoan-tac?buoc=") + edit.code();
}

}  // namespace caicach::plan
