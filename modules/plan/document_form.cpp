#include "plan/document_form.hpp"

#include <algorithm>

#include "plan/item_form.hpp"
#include "plan/limits.hpp"
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

DocumentFacts read_facts(http::Form& form, const http::Request& request)
{
    DocumentFacts facts{.kind = maybe(form, request, "kind"),
                        .number = form.take(request.maybe_text("number")),
                        .issued_on = form.take(request.maybe_date("issued_on")),
                        .issuer = form.take(request.text("issuer")),
                        .province = maybe(form, request, "province")};
    const auto year =
        form.take(request.integer("year", {.lowest = first_year, .highest = last_year}));
    facts.year = static_cast<int>(year);
    facts.subject = request.raw("subject") == "communication" ? "communication" : "reform";
    facts.title = text::squeeze(form.take(request.paragraphs("title")));
    if (facts.title.empty()) {
        form.add({Failure::invalid, "plan.document.title_missing", "title"});
    }
    facts.signer_name = maybe(form, request, "signer_name");
    facts.signer_title = maybe(form, request, "signer_title");
    return facts;
}

std::vector<Reference> read_references(http::Form& form, const http::Request& request)
{
    std::vector<Reference> references;
    for (std::size_t row = 0; row < limits::references_in_form; ++row) {
        const auto text = [&](std::string_view field) {
            return form.take(request.maybe_text(row_field(field, row)));
        };
        Reference reference{.kind = text("reference_kind").value_or(""),
                            .number = text("reference_number")};
        reference.issued_on = form.take(request.maybe_date(row_field("reference_date", row)));
        reference.issuer = text("reference_issuer");
        reference.name = text("reference_name");
        if (reference != Reference{}) references.push_back(std::move(reference));
    }
    return references;
}

std::vector<Recipient> read_recipients(http::Form& form, const http::Request& request)
{
    const auto typed = form.take(request.paragraphs("recipients"));
    std::vector<Recipient> recipients;
    for (const auto line : text::split(typed, '\n')) {
        auto name = text::squeeze(line);
        if (name.empty()) continue;
        auto recipient = recipient_from(name);
        // Without a mark the line stays as it was typed, to its last stop.
        if (recipient.mark.empty()) recipient.name = std::move(name);
        recipients.push_back(std::move(recipient));
    }
    if (recipients.size() > limits::recipients_per_edition) {
        form.add({Failure::invalid,
                  "plan.document.too_many_recipients",
                  "recipients",
                  {std::to_string(limits::recipients_per_edition)}});
    }
    return recipients;
}

void set_row(http::Form& form, std::size_t row, const Reference& reference)
{
    form.set(row_field("reference_kind", row), reference.kind);
    form.set(row_field("reference_number", row), reference.number.value_or(""));
    form.set(row_field("reference_date", row),
             reference.issued_on ? reference.issued_on->vietnamese() : "");
    form.set(row_field("reference_issuer", row), reference.issuer.value_or(""));
    form.set(row_field("reference_name", row), reference.name.value_or(""));
}

}  // namespace

http::Form form_of(const DocumentRecord& document)
{
    const auto& facts = document.facts;
    http::Form form;
    form.set("kind", facts.kind);
    form.set("number", facts.number.value_or(""));
    form.set("issued_on", facts.issued_on ? facts.issued_on->vietnamese() : "");
    form.set("issuer", facts.issuer);
    form.set("province", facts.province);
    form.set("year", facts.year > 0 ? std::to_string(facts.year) : "");
    form.set("subject", facts.subject);
    form.set("title", facts.title);
    form.set("signer_name", facts.signer_name);
    form.set("signer_title", facts.signer_title);
    for (std::size_t row = 0; row < document.references.size(); ++row) {
        set_row(form, row, document.references[row]);
    }
    form.set("recipients", text::join(printed(document.recipients), "\n"));
    return form;
}

std::vector<http::Field> sent_by(const DocumentRecord& document, const std::string& coordinator)
{
    auto fields = form_of(document).values();
    // Lists that are empty are said to be: one that is not sent at all stays as it is.
    if (document.references.empty()) fields.push_back({row_field("reference_kind", 0), ""});
    fields.push_back({"coordinator", coordinator});
    return fields;
}

DocumentRecord read_document(http::Form& form, const http::Request& request,
                             const DocumentRecord& stored)
{
    auto document = stored;
    document.facts = read_facts(form, request);
    if (request.has(row_field("reference_kind", 0))) {
        document.references = read_references(form, request);
    }
    if (request.has("recipients")) document.recipients = read_recipients(form, request);
    return document;
}

std::size_t reference_rows(const http::Form& form)
{
    std::size_t rows = 1;
    for (std::size_t row = 0; row + 1 < limits::references_in_form; ++row) {
        const bool is_filled = std::ranges::any_of(reference_fields, [&](const auto* field) {
            return !form.value(row_field(field, row)).empty();
        });
        if (is_filled) rows = row + 2;
    }
    return rows;
}

}  // namespace caicach::plan
