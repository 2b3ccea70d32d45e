#pragma once
#include <optional>
#include <string>
#include <vector>

#include "http/form.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"
#include "plan/review_page.hpp"

namespace caicach::plan
{

/// The list of agencies and groups that all editors on a page share.
inline constexpr std::string_view agency_names_id = "co-quan";

/// How the plan writes a name of the item, with the official one beside it where that differs.
struct NameChoice {
    std::string name{};
    std::string shown{};
};

/// A name on the item that nobody knows, with those it may mean.
struct DoubtfulName {
    std::string text{};
    std::vector<std::string> suggestions{};
};

/// One item being edited, amid its draft.
struct ItemEditorPage {
    ReviewPage review{};
    Item item{};  ///< as typed, where the form was refused
    http::Form form{};
    std::string base{};               ///< what the form began with
    std::vector<http::Field> news{};  ///< what others changed since, for the form to show
    std::vector<NameChoice> names{};  ///< of the item that are not the official ones
    std::vector<DoubtfulName> doubts{};
    int line{};                   ///< of a new item: the unknown line it is made of
    std::optional<Item> after{};  ///< of a new item: it comes after this
};

/// The editor alone, for its place in the card.
[[nodiscard]] http::Response item_editor_part(const Context& context, const ItemEditorPage& page);
/// The page of one item: its card with the editor open, beside its lines.
[[nodiscard]] http::Response item_page(const Context& context, const ItemEditorPage& page);
/// Only what is wrong, each beside its field; 422.
[[nodiscard]] http::Response item_faults(const Context& context, const ItemEditorPage& page);
[[nodiscard]] http::Response new_item_page(const Context& context, const ItemEditorPage& page);
[[nodiscard]] http::Response split_page(const Context& context, const ItemEditorPage& page);

/// What a saved item changes on the page: card, versions, rows, bar.
[[nodiscard]] http::Response card_parts(const Context& context, const ReviewPage& page,
                                        const Item& item);
[[nodiscard]] http::Response saved_parts(const Context& context, const ItemEditorPage& page);

/// Who is meant by a name.
struct NamePage {
    Edition edition{};
    std::string name{};
    std::size_t items{};  ///< that name it
    std::vector<std::string> suggestions{};
    std::vector<std::string> names{};
    std::vector<organisation::Kind> kinds{};
    std::vector<organisation::AgencySummary> parents{};
    http::Form form{};
    bool may_manage{};  ///< may make aliases and agencies
};
[[nodiscard]] http::Response name_page(const Context& context, const NamePage& page);

}  // namespace caicach::plan
