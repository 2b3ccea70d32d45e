#pragma once
#include <cstdint>
#include <span>
#include <string_view>

#include "web/components/content.hpp"
#include "web/components/forms.hpp"
#include "web/components/parts.hpp"

// The review page: the document's lines beside the items read from them. docs/develop/pages.md,
// "Review", tells how the pieces, the script and the answers to its requests fit together.
namespace caicach::web
{

/// What became of a line of the document.
enum class Fate : unsigned char { item, heading, field, boilerplate, unknown };

struct SourceLine {
    int number{};  ///< as in the canonical text, from 1; the line's anchor is "dong-N"
    std::string_view text{};
    Fate fate{Fate::unknown};
    std::string_view item_key{};   ///< of the item it belongs to; empty: of none
    std::string_view item_path{};  ///< "II.1.a", for those who hear the page
    int page_begins{};  ///< the number of the page that begins with this line; 0: none does
};

/// The two panes and the bar above them.
struct Review {
    Content bar;
    Content source;
    Content items;
};
void review(html::Writer& out, const Review& review);

/// Lines in document order, coloured by fate, each linked to its item. A line of none leads to
/// where one is made of it: `new_item_path` and its number; empty: the reader may not.
void source_lines(html::Writer& out, std::span<const SourceLine> lines,
                  std::string_view new_item_path);

struct ReviewBar {
    std::int64_t left{};           ///< items and lines that still need a person
    std::int64_t total{};          ///< items
    std::string_view undo_text{};  ///< what "Hoàn tác" would undo; empty: nothing
    std::string_view undo_action{};
    std::string_view csrf{};
    std::string_view put_in_force_path{};  ///< the page that asks and checks; empty: may not
    bool has_keys{true};                   ///< the page has the keys of review
};
void review_bar(html::Writer& out, const ReviewBar& bar);
/// The count to go and the undo button alone: they go with every answer to a saved change.
void review_bar_parts(html::Writer& out, const ReviewBar& bar);

enum class ItemState : unsigned char { plain, to_do, done };

struct ItemCard {
    std::string_view key{};   ///< short and unique on the page: the card's anchor is "muc-KEY"
    std::string_view path{};  ///< "II.1.a"
    Tag kind{};               ///< "Hoạt động"
    std::string_view title{};
    std::string_view context{};  ///< the headings above it, joined with " › "
    int line_first{};
    int line_last{};
    ItemState state{ItemState::plain};
    std::string_view confidence{};  ///< "Độ chắc chắn 74 %"; empty: sure
    bool is_requested{};            ///< "Đề nghị"
    std::span<const Fact> facts{};
    std::string_view understood{};  ///< schedule and quota in a sentence
    std::span<const std::string_view> notes{};
    std::string_view edit_path{};       ///< the editor, as a page and as a fragment
    std::string_view confirm_action{};  ///< POST: a person has looked and it is right
    std::string_view csrf{};
    std::int64_t version{};  ///< of what the person sees, for `confirm_action`
};
void item_card(html::Writer& out, const ItemCard& card);
/// With its editor open, as on the item's own page.
void item_card(html::Writer& out, const ItemCard& card, Content editor);
/// The parts of a card that change when the item is saved.
void item_summary(html::Writer& out, const ItemCard& card);
void item_buttons(html::Writer& out, const ItemCard& card);

struct ItemEditor {
    std::string_view key{};
    std::string_view action{};  ///< takes each change
    std::string_view csrf{};
    std::int64_t version{};
    std::string_view base{};  ///< what the fields say now, to tell later what was changed
};
/// The form that saves itself, with its place for a conflict; `fields` are the item's, with ids
/// that begin with "muc-KEY-"; `actions` are forms of their own (split, merge, delete) below it.
void item_editor(html::Writer& out, const ItemEditor& editor, Content fields, Content actions);
/// The version that the next change is based on; goes with every answer.
void item_version(html::Writer& out, std::string_view key, std::int64_t version);

/// Where to cut an item in two: after one of its lines.
struct SplitForm {
    std::string_view key{};
    std::string_view action{};
    std::string_view csrf{};
    std::int64_t version{};
    std::span<const SourceLine> lines{};  ///< all of the item
};
void split_form(html::Writer& out, const SplitForm& form);

/// Two people changed the same thing: both versions, and a choice. Answered with 409, as a
/// fragment or as a page.
struct Conflict {
    std::string_view their_name{};
    std::string_view their_time{};  ///< "14:05 ngày 30/09/2024"
    std::span<const Fact> mine{};
    std::span<const Fact> theirs{};
    std::string_view action{};  ///< takes mine again, on top of theirs
    std::string_view csrf{};
    std::span<const HiddenValue> my_values{};  ///< with the version that is stored now
    std::string_view their_path{};             ///< shows what is stored
};
void conflict(html::Writer& out, const Conflict& conflict);

/// One difference between the plan in force and its amendment.
struct Change {
    enum class Kind : unsigned char { added, changed, removed };
    Kind kind{Kind::changed};
    std::string_view key{};
    std::string_view path{};
    std::string_view old_text{};
    std::string_view new_text{};
    std::string_view accept_action{};  ///< empty once decided
    std::string_view refuse_action{};
    std::string_view csrf{};
};
void change(html::Writer& out, const Change& change);

/// What still needs a person, each a link to its place.
struct Attention {
    std::string_view text{};
    std::string_view path{};
};
void attention_list(html::Writer& out, std::span<const Attention> entries);

}  // namespace caicach::web
