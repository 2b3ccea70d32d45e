#include "evidence/fact_request.hpp"

#include "evidence/limits.hpp"

namespace caicach::evidence
{

namespace
{

/// Nothing where the form does not ask for them.
Result<std::optional<StatedSubjects>> read_subjects(const http::Request& request)
{
    std::optional<StatedSubjects> stated;
    if (!request.has("states_about")) return stated;
    stated.emplace();
    stated->slugs = TRY(request.texts("about"));
    const auto manner = manner_from(request.raw("manner"));
    if (!manner) return failure(Failure::invalid, "evidence.subject.manner_unknown", "manner");
    stated->manner = *manner;
    return stated;
}

}  // namespace

FactFields typed_in(const http::Request& request)
{
    return {.title = std::string{request.raw("title")},
            .happened_on = std::string{request.raw("happened_on")},
            .quantity = std::string{request.raw("quantity")},
            .link = std::string{request.raw("link")},
            .keeps_photo_note = request.checked("photo_note"),
            .about = request.texts("about").value_or(std::vector<std::string>{}),
            .manner = std::string{request.raw("manner")}};
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
    typed.about = TRY(read_subjects(request));
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
