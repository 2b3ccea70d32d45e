#include "identity/acting/delegation_paper.hpp"

#include <algorithm>
#include <utility>

#include "database/transaction.hpp"
#include "document/official_pdf.hpp"
#include "identity/acting/post.hpp"
#include "identity/permissions.hpp"

namespace caicach::identity
{

namespace
{

using document::official_paragraph;
using Kind = document::OfficialParagraphKind;

std::string line_of(const DelegationPaper::Person& person)
{
    auto line = "Ông/Bà " + person.name;
    if (!person.title.empty()) line += ", " + person.title;
    return line + ", " + person.agency + ".";
}

Result<DelegationPaper::Person> person_on(database::Transaction& transaction,
                                          const Account& account, Date day)
{
    const auto agency = TRY(organisation::agency_by_id(transaction, account.agency, day));
    const auto posts = TRY(posts_of(transaction, account.id));
    const auto post = std::ranges::find_if(posts, [&](const Post& one) {
        return one.agency == account.agency && one.validity.holds_on(day);
    });
    return DelegationPaper::Person{.name = account.name,
                                   .title = post == posts.end() ? std::string{} : post->title,
                                   .agency = agency.name};
}

/// Who hands the role over signs, where they may sign for the agency; else its head.
Result<SignatureBlock> signature_for(database::Transaction& transaction, const Account& delegator,
                                     Date day)
{
    auto possible = TRY(signatures_on(transaction, delegator.agency, day));
    if (possible.empty()) return SignatureBlock{};
    const auto own = std::ranges::find(possible, delegator.id, &PossibleSignature::account);
    return std::move(own == possible.end() ? possible.front().block : own->block);
}

Result<DelegationPaper> paper_in(const Context& context, database::Transaction& transaction,
                                 Delegation delegation, const Account& delegator,
                                 const Account& delegate)
{
    const auto day = Date::of(delegation.made_at);
    DelegationPaper paper;
    paper.head = TRY(organisation::letterhead_of(context, transaction, delegator.agency, day));
    paper.delegator = TRY(person_on(transaction, delegator, day));
    paper.delegate = TRY(person_on(transaction, delegate, day));
    if (delegation.branch) {
        const auto branch = TRY(organisation::agency_by_id(transaction, delegation.branch, day));
        paper.branch = branch.name;
    }
    paper.signature = TRY(signature_for(transaction, delegator, day));
    paper.delegation = std::move(delegation);
    return paper;
}

Result<void> require_sight(const Context& context, const Account& delegator,
                           const Account& delegate)
{
    for (const auto* account : {&delegator, &delegate}) {
        if (context.actor().account == account->id) return {};
        if (context.may(manage_accounts, organisation::scope_of(account->agency))) return {};
    }
    return failure(Failure::not_found, "identity.delegation.not_found");
}

Result<DelegationPaper> paper_asked_for(Context& context, const http::Request& request)
{
    const auto id = TRY(request.id<DelegationId>("uy_quyen"));
    auto transaction = TRY(context.read());
    auto delegation = TRY(delegation_by_id(transaction, id));
    const auto delegator = TRY(account_by_id(transaction, delegation.delegator));
    const auto delegate = TRY(account_by_id(transaction, delegation.delegate));
    TRY(require_sight(context, delegator, delegate));
    // A paper that hands over what has ended would only mislead.
    if (!delegation.is_open(context.today()))
        return failure(Failure::conflict, "identity.delegation.over");
    context.note_reading("account", delegator.id.value);
    context.note_reading("account", delegate.id.value);
    return paper_in(context, transaction, std::move(delegation), delegator, delegate);
}

std::string name_of(const DelegationPaper& paper) { return "Giấy ủy quyền " + paper.delegate.name; }

}  // namespace

document::OfficialDocument document_of(const DelegationPaper& paper)
{
    const auto& delegation = paper.delegation;
    const auto reach =
        paper.branch.empty() ? std::string("toàn tỉnh") : paper.branch + " và các đơn vị cấp dưới";
    document::OfficialDocument made{.parent = paper.head.parent,
                                    .issuer = paper.head.issuer,
                                    .number = "/GUQ-" + paper.head.mark,
                                    .place = paper.head.place,
                                    .date = Date::of(delegation.made_at),
                                    .kind = "Giấy ủy quyền"};
    made.body = {
        official_paragraph("Căn cứ " + delegation.document + ".", Kind::basis),
        official_paragraph("1. Người ủy quyền", Kind::heading),
        official_paragraph(line_of(paper.delegator)),
        official_paragraph("2. Người được ủy quyền", Kind::heading),
        official_paragraph(line_of(paper.delegate)),
        official_paragraph("3. Nội dung ủy quyền", Kind::heading),
        official_paragraph("Ông/Bà " + paper.delegate.name + " làm thay Ông/Bà " +
                           paper.delegator.name + " các việc của vai trò “" +
                           std::string(text_of(delegation.role)) +
                           "” trong phần mềm Cải Cách, phạm vi: " + reach + "."),
        official_paragraph("4. Thời hạn", Kind::heading),
        official_paragraph("Từ " + delegation.from.in_words() + " đến hết " +
                           delegation.to.in_words() + "."),
        official_paragraph("Người được ủy quyền không ủy quyền lại cho người khác, chịu trách "
                           "nhiệm về việc mình làm trong phạm vi và thời hạn này.")};
    made.recipients = {"Người ủy quyền", "Người được ủy quyền", "Lưu: VT"};
    made.signature = {.lines = paper.signature.lines, .name = paper.signature.name};
    return made;
}

Result<http::Response> download_delegation_paper(Context& context, const http::Request& request)
{
    const auto paper = TRY(paper_asked_for(context, request));
    auto bytes = TRY(document::write_docx(document_of(paper)));
    http::Response response{200, document::docx_type, std::move(bytes)};
    return response.set_download_name(name_of(paper) + ".docx");
}

Result<http::Response> download_printed_delegation_paper(Context& context,
                                                         const http::Request& request)
{
    const auto paper = TRY(paper_asked_for(context, request));
    auto bytes = TRY(document::write_pdf(document_of(paper)));
    http::Response response{200, document::pdf_type, std::move(bytes)};
    return response.set_download_name(name_of(paper) + ".pdf");
}

}  // namespace caicach::identity
