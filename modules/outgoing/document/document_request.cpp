#include "outgoing/document/document_request.hpp"

#include <array>
#include <utility>

#include "outgoing/document/document_content.hpp"
#include "outgoing/limits.hpp"
#include "text/text.hpp"

namespace caicach::outgoing
{
namespace
{

constexpr std::array words{
    UrgencyWord{document::OfficialUrgency::none, "none", "Bình thường"},
    UrgencyWord{document::OfficialUrgency::urgent, "urgent", "Khẩn"},
    UrgencyWord{document::OfficialUrgency::very_urgent, "very_urgent", "Thượng khẩn"},
    UrgencyWord{document::OfficialUrgency::express, "express", "Hỏa tốc"}};

std::vector<std::string> lines_of(std::string_view typed)
{
    std::vector<std::string> lines;
    for (const auto line : text::split(typed, '\n'))
        if (const auto bare = text::trim(line); !bare.empty()) lines.emplace_back(bare);
    return lines;
}

std::vector<std::string> take_lines(const http::Request& request, std::string_view field,
                                    http::Form& form)
{
    auto lines = lines_of(form.take(request.paragraphs(field)));
    if (lines.size() <= limits::addressees_max) return lines;
    form.add({.kind = Failure::too_large,
              .key = "outgoing.document.too_many_lines",
              .field = std::string(field),
              .arguments = {std::to_string(limits::addressees_max)}});
    return {};
}

}  // namespace

std::span<const UrgencyWord> urgency_words() { return words; }

http::Form form_of(const Document& document, const document::OfficialDocument& content)
{
    http::Form form;
    form.set("kind", document.kind);
    form.set("subject", content.subject);
    form.set("addressees", text::join(content.addressees, "\n"));
    form.set("body", typed_of(content.body));
    form.set("recipients", text::join(content.recipients, "\n"));
    if (document.signer) form.set("signer", std::to_string(document.signer->value));
    for (const auto& word : words)
        if (word.urgency == content.urgency) form.set("urgency", std::string(word.key));
    form.set("version", std::to_string(document.version));
    return form;
}

NewDocument read_document(const http::Request& request, NewDocument before, bool has_body,
                          http::Form& form)
{
    auto& content = before.content;
    content.subject = form.take(request.text("subject"));
    content.addressees = take_lines(request, "addressees", form);
    content.recipients = take_lines(request, "recipients", form);
    if (has_body) {
        before.kind = form.take(request.text("kind"));
        content.body = body_from(form.take(request.paragraphs("body", limits::body_length_max)));
        if (content.body.empty())
            form.add({.kind = Failure::invalid,
                      .key = "outgoing.document.body_missing",
                      .field = "body"});
    }
    const auto signer = form.take(request.maybe_integer("signer", {.lowest = 1}));
    before.signer = signer ? std::optional{identity::SignerId{*signer}} : std::nullopt;
    for (const auto& word : words)
        if (request.raw("urgency") == word.key) content.urgency = word.urgency;
    return before;
}

}  // namespace caicach::outgoing
