#pragma once
#include <span>
#include <string_view>

#include "web/components/content.hpp"

namespace caicach::web
{

/// A form that changes something: always POST, always with the session's CSRF token.
struct Form {
    std::string_view action{};
    std::string_view csrf{};
    std::string_view id{};
    bool takes_files{};   ///< multipart, with upload progress
    bool saves_itself{};  ///< each change is sent at once (docs/develop/pages.md, "Autosave")
    bool is_wide{};
    bool keeps_draft{};  ///< in the browser until it is sent (docs/develop/pages.md, "Drafts")
    std::string_view draft_path{};  ///< takes what is typed, quietly; empty: the browser alone
    std::string_view taken_keys{};  ///< of what was sent before, with blanks between
};

void form(html::Writer& out, const Form& form, Content fields);

/// A name and value that go along unseen.
struct HiddenValue {
    std::string_view name{};
    std::string_view value{};
};
void hidden(html::Writer& out, const HiddenValue& value);

enum class Emphasis : unsigned char { primary, secondary, tertiary };

struct Button {
    std::string_view text{};
    Emphasis emphasis{Emphasis::primary};
    Tone tone{Tone::accent};
    std::string_view name{};  ///< where a form has several buttons
    std::string_view value{};
    bool is_small{};
    std::string_view action{};  ///< where it sends the form; empty: where the form goes
};
void submit_button(html::Writer& out, const Button& button);

/// A link that looks like a button: it leads somewhere and changes nothing.
struct LinkButton {
    std::string_view text{};
    std::string_view path{};
    Emphasis emphasis{Emphasis::secondary};
    bool is_small{};
    bool is_download{};
};
void link_button(html::Writer& out, const LinkButton& button);

/// One button that changes something, as a form of its own.
struct PostButton {
    std::string_view text{};
    std::string_view action{};
    std::string_view csrf{};
    Emphasis emphasis{Emphasis::secondary};
    Tone tone{Tone::accent};
    std::span<const HiddenValue> values{};
    bool is_small{};
};
void post_button(html::Writer& out, const PostButton& button);

/// Prints the page; there only where script runs.
void print_button(html::Writer& out);

/// The buttons at the end of a form, in one row.
void form_actions(html::Writer& out, Content buttons);

/// Filters above a list: GET, so that the address holds them. With script the list alone is
/// replaced while choosing; `results_id` names it.
struct FilterForm {
    std::string_view action{};
    std::string_view results_id{};
    std::string_view label{"Lọc danh sách"};
    std::string_view clear_path{};  ///< without filters; empty: nothing is filtered now
    std::string_view submit_text{"Lọc"};
};
void filter_form(html::Writer& out, const FilterForm& form, Content fields);
/// Within a filter form: filters that few need, folded on a phone unless one of them is used.
void more_filters(html::Writer& out, bool is_used, Content fields);

/// A page of its own that asks once more before something weighty; never a dialog.
struct Confirm {
    std::string_view question{};
    std::string_view consequence{};
    std::string_view submit_text{};
    std::string_view action{};
    std::string_view csrf{};
    std::string_view cancel_path{};
    Tone tone{Tone::warning};
    std::span<const HiddenValue> values{};
};
void confirm(html::Writer& out, const Confirm& confirm);

}  // namespace caicach::web
