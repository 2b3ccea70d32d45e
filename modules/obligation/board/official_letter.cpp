#include "obligation/board/official_letter.hpp"

#include <algorithm>
#include <utility>

#include "obligation/board/downloads.hpp"
#include "text/number.hpp"

namespace caicach::obligation
{
namespace
{

Result<identity::SignatureBlock> signature_in(const http::Request& request,
                                              std::vector<identity::PossibleSignature> possible)
{
    const auto wanted = TRY(request.maybe_integer("nguoi_ky"));
    if (!wanted && possible.empty()) return identity::SignatureBlock{};
    const auto found = std::ranges::find_if(
        possible, [&](const auto& one) { return !wanted || one.signer.value == *wanted; });
    if (found == possible.end())
        return failure(Failure::invalid, "obligation.late.signer", "nguoi_ky");
    return std::move(found->block);
}

}  // namespace

Result<Sender> sender_in(const Context& context, database::Transaction& transaction,
                         const http::Request& request, const plan::PlanSummary& plan)
{
    const auto today = context.today();
    Sender sender;
    sender.head = TRY(organisation::letterhead_of(context, transaction, plan.coordinator, today));
    auto possible = TRY(identity::signatures_on(transaction, plan.coordinator, today));
    sender.signature = TRY(signature_in(request, std::move(possible)));
    return sender;
}

document::OfficialDocument letter_from(const Sender& sender, Date today)
{
    return {.parent = sender.head.parent,
            .issuer = sender.head.issuer,
            .place = sender.head.place,
            .date = today,
            .signature = {.lines = sender.signature.lines, .name = sender.signature.name}};
}

std::string above_of(const Sender& sender)
{
    return sender.head.parent.empty() ? "Cấp trên trực tiếp" : sender.head.parent;
}

document::OfficialTable official_table(const BoardTable& table, int wide_share)
{
    using document::OfficialAlignment;
    document::OfficialTable official;
    official.columns.push_back(
        {.title = "STT", .share = 2, .alignment = OfficialAlignment::centre});
    for (const auto& column : table.columns) {
        const bool is_wide = column.width > 20;
        official.columns.push_back(
            {.title = column.name,
             .share = is_wide ? wide_share : wide_share / 2,
             .alignment = column.is_number ? OfficialAlignment::centre : OfficialAlignment::left});
    }
    int number = 0;
    for (const auto& row : table.rows) {
        document::OfficialRow line;
        line.cells.reserve(row.size() + 1);
        line.cells.push_back(std::to_string(++number));
        for (const auto& cell : row) line.cells.push_back(cell.text);
        official.rows.push_back(std::move(line));
    }
    return official;
}

std::string counted(std::int64_t number, std::string_view what)
{
    return text::format_integer(number) + " " + std::string{what};
}

std::string annex_note(const document::OfficialDocument& letter)
{
    return "(Kèm theo " + letter.kind + " số      " + letter.number + " của " + letter.issuer + ")";
}

Result<http::Response> docx_download(const document::OfficialDocument& letter,
                                     std::string_view about, const plan::PlanSummary& plan)
{
    auto bytes = TRY(document::write_docx(letter));
    http::Response response{200, document::docx_type, std::move(bytes)};
    const auto name = file_name_of(letter.kind + " " + std::string{about}, plan);
    return response.set_download_name(name + ".docx");
}

}  // namespace caicach::obligation
