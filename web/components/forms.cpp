#include "web/components/forms.hpp"

#include "html/html.hpp"
#include "web/components/content.hpp"

namespace caicach::web
{
namespace
{

html::Literal variant(Emphasis emphasis)
{
    switch (emphasis) {
        case Emphasis::primary:
            return "primary";
        case Emphasis::secondary:
            return "secondary";
        case Emphasis::tertiary:
            return "tertiary";
    }
    return "primary";
}

}  // namespace

void form(html::Writer& out, const Form& form, Content fields)
{
    out({"<form class=\"form", html::when(form.is_wide, " form--wide"),
         "\" method=\"post\" novalidate action=\"", html::url(form.action), "\""});
    if (!form.id.empty()) out({" id=\"", form.id, "\""});
    out({html::when(form.takes_files, " enctype=\"multipart/form-data\" data-upload"),
         html::when(form.saves_itself, " data-autosave"),
         html::when(form.keeps_draft, " data-draft")});
    if (!form.draft_path.empty()) out({" data-draft-path=\"", html::url(form.draft_path), "\""});
    if (!form.taken_keys.empty()) out({" data-draft-taken=\"", form.taken_keys, "\""});
    out({">"});
    hidden(out, {.name = "csrf", .value = form.csrf});
    fields(out);
    out({"</form>"});
}

void hidden(html::Writer& out, const HiddenValue& value)
{
    out({"<input type=\"hidden\" name=\"", value.name, "\" value=\"", value.value, "\">"});
}

void submit_button(html::Writer& out, const Button& button)
{
    out({"<button class=\"ds-button", html::when(button.is_small, " button-small"),
         "\" data-variant=\"", variant(button.emphasis), "\" data-color=\"", color(button.tone),
         "\""});
    if (!button.action.empty()) out({" formaction=\"", html::url(button.action), "\""});
    if (!button.name.empty()) out({" name=\"", button.name, "\" value=\"", button.value, "\""});
    out({">", button.text, "</button>"});
}

void link_button(html::Writer& out, const LinkButton& button)
{
    out({"<a class=\"ds-button", html::when(button.is_small, " button-small"), "\" data-variant=\"",
         variant(button.emphasis), "\" data-color=\"accent\" href=\"", html::url(button.path), "\"",
         html::when(button.is_download, " download"), ">", button.text, "</a>"});
}

void post_button(html::Writer& out, const PostButton& button)
{
    out({"<form method=\"post\" action=\"", html::url(button.action), "\">"});
    hidden(out, {.name = "csrf", .value = button.csrf});
    for (const auto& value : button.values) hidden(out, value);
    submit_button(out, {.text = button.text,
                        .emphasis = button.emphasis,
                        .tone = button.tone,
                        .is_small = button.is_small});
    out({"</form>"});
}

void print_button(html::Writer& out)
{
    out(
        {"<button type=\"button\" class=\"ds-button\" data-variant=\"secondary\" data-print hidden>"
         "In trang này</button>"});
}

void form_actions(html::Writer& out, Content buttons)
{
    out({"<div class=\"form__actions\">"});
    buttons(out);
    out({"</div>"});
}

void filter_form(html::Writer& out, const FilterForm& form, Content fields)
{
    out({"<form class=\"filters\" method=\"get\" role=\"search\" aria-label=\"", form.label,
         "\" action=\"", html::url(form.action), "\""});
    if (!form.results_id.empty()) {
        out({" hx-get=\"", html::url(form.action), "\" hx-target=\"#", form.results_id,
             "\" hx-select=\"#", form.results_id,
             "\" hx-swap=\"outerHTML\" hx-push-url=\"true\" "
             "hx-trigger=\"change, submit, input delay:400ms from:find input[type=search]\" "
             "hx-sync=\"this:replace\""});
    }
    out({">"});
    fields(out);
    out({"<div class=\"form__actions\"><button class=\"ds-button\">", form.submit_text,
         "</button>"});
    if (!form.clear_path.empty()) out({"<a href=\"", html::url(form.clear_path), "\">Bỏ lọc</a>"});
    out({"</div></form>"});
}

void more_filters(html::Writer& out, bool is_used, Content fields)
{
    out({"<details class=\"quiet-details filters__more\"", html::when(is_used, " open"),
         "><summary>Lọc thêm</summary>"});
    fields(out);
    out({"</details>"});
}

void confirm(html::Writer& out, const Confirm& confirm)
{
    out({"<div class=\"card confirm\" data-color=\"", color(confirm.tone), "\"><h1>",
         confirm.question, "</h1><p>", confirm.consequence, "</p>"});
    out({"<form method=\"post\" action=\"", html::url(confirm.action),
         "\"><div class=\"form__actions\">"});
    hidden(out, {.name = "csrf", .value = confirm.csrf});
    for (const auto& value : confirm.values) hidden(out, value);
    submit_button(out, {.text = confirm.submit_text,
                        .tone = confirm.tone == Tone::danger ? Tone::danger : Tone::accent});
    link_button(out, {.text = "Thôi, quay lại", .path = confirm.cancel_path});
    out({"</div></form></div>"});
}

}  // namespace caicach::web
