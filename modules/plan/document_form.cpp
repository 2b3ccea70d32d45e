#include "plan/document_form.hpp"

#include "text/text.hpp"

namespace caicach::plan
{
namespace
{

constexpr int first_year = 2000;
constexpr int last_year = 2100;

std::string maybe(http::Form& form, const http::Request& request, std::string_view field)
{
    return form.take(request.maybe_text(field)).value_or("");
}

}  // namespace

http::Form form_of(const DocumentFacts& document)
{
    http::Form form;
    form.set("kind", document.kind);
    form.set("number", document.number.value_or(""));
    form.set("issued_on", document.issued_on ? document.issued_on->vietnamese() : "");
    form.set("issuer", document.issuer);
    form.set("province", document.province);
    form.set("year", document.year > 0 ? std::to_string(document.year) : "");
    form.set("subject", document.subject);
    form.set("title", document.title);
    form.set("signer_name", document.signer_name);
    form.set("signer_title", document.signer_title);
    return form;
}

DocumentFacts read_document(http::Form& form, const http::Request& request)
{
    DocumentFacts document{.kind = maybe(form, request, "kind"),
                           .number = form.take(request.maybe_text("number")),
                           .issued_on = form.take(request.maybe_date("issued_on")),
                           .issuer = form.take(request.text("issuer")),
                           .province = maybe(form, request, "province")};
    const auto year =
        form.take(request.integer("year", {.lowest = first_year, .highest = last_year}));
    document.year = static_cast<int>(year);
    document.subject = request.raw("subject") == "communication" ? "communication" : "reform";
    document.title = text::squeeze(form.take(request.paragraphs("title")));
    if (document.title.empty()) {
        form.add({Failure::invalid, "plan.document.title_missing", "title"});
    }
    document.signer_name = maybe(form, request, "signer_name");
    document.signer_title = maybe(form, request, "signer_title");
    return document;
}

}  // namespace caicach::plan
