#include "evidence/fact_request.hpp"

#include "evidence/limits.hpp"

namespace caicach::evidence
{

FactFields typed_in(const http::Request& request)
{
    return {.title = std::string{request.raw("title")},
            .happened_on = std::string{request.raw("happened_on")},
            .quantity = std::string{request.raw("quantity")},
            .link = std::string{request.raw("link")},
            .keeps_photo_note = request.checked("photo_note"),
            .subjects = typed_subjects_in(request)};
}

Result<TypedFact> read_fact(Context& context, const http::Request& request,
                            std::string_view known_link)
{
    TypedFact typed;
    typed.title = TRY(request.text("title", limits::title_length_max));
    typed.happened_on = TRY(request.date("happened_on"));
    typed.quantity =
        TRY(request.integer("quantity", {.lowest = 1, .highest = limits::quantity_max}));
    typed.link = TRY(request.maybe_text("link", limits::link_length_max)).value_or("");
    typed.about = TRY(stated_subjects_in(request));
    for (const auto& upload : request.files()) {
        if (upload.field != "proof" || upload.size == 0) continue;
        // Read first: what is kept is redrawn, and tells nothing of place and hour any more.
        if (request.checked("photo_note"))
            typed.photo = TRY(document::read_photo_note(upload.content.path()));
        typed.file = TRY(attachment::keep(context, attachment::file_of(upload), fact_file_use()));
        break;
    }
    if (typed.link != known_link) typed.page = TRY(keep_own_page(context, typed.link));
    return typed;
}

}  // namespace caicach::evidence
