#include "personal_data/reply.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "document/official_pdf.hpp"
#include "personal_data/desk_handlers.hpp"
#include "personal_data/permissions.hpp"
#include "text/text.hpp"

namespace caicach::personal_data
{

namespace
{

using document::official_paragraph;

/// Whose data was deleted has no name here any more: the office writes it in by hand.
std::string addressee_of(const DataRequest& request)
{
    const bool is_forgotten = request.account && request.kind == RequestKind::deletion &&
                              request.state == RequestState::done;
    return "Ông/Bà " + (is_forgotten ? std::string("……………………") : request.asker);
}

/// What people wrote line by line, a paragraph each.
void add_lines(document::OfficialDocument& letter, std::string_view words)
{
    for (const auto line : text::split(words, '\n')) {
        const auto trimmed = text::trim(line);
        if (!trimmed.empty()) letter.body.emplace_back(official_paragraph(std::string(trimmed)));
    }
}

Result<identity::SignatureBlock> signature_in(const http::Request& request,
                                              std::vector<identity::PossibleSignature> possible)
{
    const auto wanted = TRY(request.maybe_integer("nguoi_ky"));
    if (!wanted && possible.empty()) return identity::SignatureBlock{};
    const auto found = std::ranges::find_if(
        possible, [&](const auto& one) { return !wanted || one.signer.value == *wanted; });
    if (found == possible.end())
        return failure(Failure::invalid, "personal_data.reply.signer", "nguoi_ky");
    return std::move(found->block);
}

struct Reply {
    document::OfficialDocument letter{};
    std::string name{};  ///< of the file, without what tells its kind
};
Result<Reply> reply_asked_for(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto found = TRY(request_in(context, transaction, request, receive_requests));
    if (!found.answered_on) return failure(Failure::conflict, "personal_data.reply.unanswered");
    const auto day = *found.answered_on;
    const auto head = TRY(organisation::letterhead_of(context, transaction, found.agency, day));
    auto possible = TRY(identity::signatures_on(transaction, found.agency, day));
    const auto signature = TRY(signature_in(request, std::move(possible)));
    note(context, found);
    return Reply{.letter = reply_to(found, head, signature),
                 .name = "Trả lời yêu cầu " + found.code};
}

}  // namespace

document::OfficialDocument reply_to(const DataRequest& request,
                                    const organisation::Letterhead& head,
                                    const identity::SignatureBlock& signature)
{
    const auto person = addressee_of(request);
    const bool is_done = request.state == RequestState::done;
    document::OfficialDocument letter{.parent = head.parent,
                                      .issuer = head.issuer,
                                      .number = "/" + head.mark,
                                      .place = head.place,
                                      .date = request.answered_on,
                                      .subject = "trả lời yêu cầu về dữ liệu cá nhân",
                                      .addressees = {person}};
    letter.body.emplace_back(
        official_paragraph("Ngày " + request.received_on.vietnamese() + ", " + head.issuer +
                           " nhận được yêu cầu của Ông/Bà (mã " + request.code +
                           ") về việc: " + text::lower(text_of(request.kind)) + "."));
    if (!request.extension_reason.empty())
        letter.body.emplace_back(official_paragraph("Thời hạn thực hiện đã được gia hạn đến ngày " +
                                                    request.finish_by.vietnamese() +
                                                    ", vì: " + request.extension_reason + "."));
    letter.body.emplace_back(
        official_paragraph(head.issuer + (is_done ? " đã thực hiện yêu cầu như sau:"
                                                  : " không thực hiện yêu cầu, vì lý do sau:")));
    add_lines(letter, request.answer);
    if (!is_done)
        letter.body.emplace_back(
            official_paragraph("Nếu không đồng ý với trả lời này, Ông/Bà có quyền khiếu nại, khởi "
                               "kiện theo quy định của pháp luật."));
    letter.body.emplace_back(official_paragraph(head.issuer + " trả lời để Ông/Bà được biết."));
    letter.recipients = {"Như trên", "Lưu: VT"};
    letter.signature = {.lines = signature.lines, .name = signature.name};
    return letter;
}

Result<http::Response> download_reply(Context& context, const http::Request& request)
{
    const auto reply = TRY(reply_asked_for(context, request));
    auto bytes = TRY(document::write_docx(reply.letter));
    http::Response response{200, document::docx_type, std::move(bytes)};
    return response.set_download_name(reply.name + ".docx");
}

Result<http::Response> download_printed_reply(Context& context, const http::Request& request)
{
    const auto reply = TRY(reply_asked_for(context, request));
    auto bytes = TRY(document::write_pdf(reply.letter));
    http::Response response{200, document::pdf_type, std::move(bytes)};
    return response.set_download_name(reply.name + ".pdf");
}

}  // namespace caicach::personal_data
