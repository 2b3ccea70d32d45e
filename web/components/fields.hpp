#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "web/components/content.hpp"

namespace caicach::web
{

enum class Requirement : unsigned char { required, optional };

/// One field of a form with its label, hint and fault. Written inline in the call; it only looks at
/// its text. `id` is the name unless given: give it where a name stands twice on a page.
struct Field {
    std::string_view name{};
    std::string_view label{};
    std::string_view value{};
    std::string_view hint{};
    std::string_view error{};  ///< what is wrong and what to do; empty: nothing
    std::string_view id{};
    Requirement requirement{Requirement::required};
    std::string_view autocomplete{};  ///< as in HTML: "username", "email", "name"
    int length_max{};                 ///< characters; 0: the server's limit alone
    std::string_view list_id{};       ///< of a `names_list` that the browser offers
};

void text_field(html::Writer& out, const Field& field);
void search_field(html::Writer& out, const Field& field);
void email_field(html::Writer& out, const Field& field);
void password_field(html::Writer& out, const Field& field);
void text_area(html::Writer& out, const Field& field);
/// A day typed as people write it, "30/09/2024": a text field, for the browser's own picker follows
/// the computer's language, not the page's.
void date_field(html::Writer& out, const Field& field);

struct NumberField {
    Field field{};
    std::string_view unit{};  ///< stands behind the box: "lần", "%"
};
/// "1.234,5": a text field with a number keyboard.
void number_field(html::Writer& out, const NumberField& field);

/// A file, sent with `form`'s `takes_files`; shows the progress of the upload.
struct FileField {
    Field field{};
    std::string_view accept{};  ///< ".docx,.odt,.pdf"
    std::int64_t bytes_max{};   ///< said before sending, where script runs; 0: the server's alone
};
void file_field(html::Writer& out, const FileField& field);

/// One of the answers of a select, of radio buttons or of checkboxes.
struct Choice {
    std::string_view value{};
    std::string_view label{};
    std::string_view hint{};
    bool is_chosen{};
};

struct ChoiceField {
    Field field{};  ///< its `value` is not used: the choices say what is chosen
    std::span<const Choice> choices{};
    std::string_view none_text{};  ///< an empty first answer, for select: "Tất cả"
    std::string_view more_id{};    ///< of a `names_list` that type-ahead offers as well
};

void select_field(html::Writer& out, const ChoiceField& field);
/// A select of many, with type-ahead that ignores diacritics where there is script.
void combobox_field(html::Writer& out, const ChoiceField& field);
/// Several of many ("Cơ quan phối hợp"): chips and type-ahead, a multiple select without script.
/// Where many fields choose among the same many, let each hold only what is chosen and share a
/// `names_list`; without script the names are typed into a text field with the same `list_id`.
void multiple_field(html::Writer& out, const ChoiceField& field);
/// What several fields of a page offer, once for all of them.
void names_list(html::Writer& out, std::string_view id, std::span<const std::string> names);
void radio_field(html::Writer& out, const ChoiceField& field);
/// Several checkboxes of one name under one legend.
void checkbox_group(html::Writer& out, const ChoiceField& field);

struct Checkbox {
    Field field{};  ///< sends `value`, or "1"
    bool is_checked{};
};
void checkbox_field(html::Writer& out, const Checkbox& field);

}  // namespace caicach::web
