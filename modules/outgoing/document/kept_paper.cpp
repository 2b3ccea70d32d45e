#include "outgoing/document/kept_paper.hpp"

#include <cstdint>
#include <utility>

#include "attachment/api.hpp"
#include "document/limits.hpp"
#include "document/official_pdf.hpp"
#include "outgoing/document/document_content.hpp"
#include "outgoing/document/document_store.hpp"
#include "outgoing/signing/signing_files.hpp"
#include "outgoing/sql.hpp"

namespace caicach::outgoing
{
namespace
{

const attachment::AttachmentUse& paper_use()
{
    static const attachment::AttachmentUse use{
        .key = "outgoing.paper",
        .kinds = {attachment::FileKind::pdf, attachment::FileKind::docx},
        .bytes_max = static_cast<std::int64_t>(document::limits::file_bytes_max),
        .count_max = 2};
    return use;
}

/// What is to be drawn; nothing where it is kept already.
Result<std::optional<document::OfficialDocument>> to_draw(Context& context, DocumentId id)
{
    auto transaction = TRY(context.read());
    const auto kept = TRY(kept_paper_of(context, transaction, id));
    if (kept) return std::optional<document::OfficialDocument>{};
    DocumentStore documents{transaction};
    const auto document = TRY(documents.find(id));
    if (!document.number) return failure(Failure::conflict, "outgoing.document.not_numbered");
    auto content = TRY(documents.content(id));
    return std::optional{printed_of(document, std::move(content))};
}

}  // namespace

Result<std::optional<KeptPaper>> kept_paper_of(const Context& context,
                                               database::Transaction& transaction,
                                               DocumentId document)
{
    struct Ids {
        attachment::AttachmentId pdf{};
        attachment::AttachmentId docx{};
    };
    const auto ids = TRY(transaction.maybe_one(
        sql::paper_of_document,
        [](const database::Row& row) {
            return Ids{.pdf = row.id<attachment::AttachmentId>("pdf_attachment_id"),
                       .docx = row.id<attachment::AttachmentId>("docx_attachment_id")};
        },
        document));
    if (!ids) return std::optional<KeptPaper>{};
    const auto pdf = TRY(attachment::find(transaction, ids->pdf));
    const auto docx = TRY(attachment::find(transaction, ids->docx));
    KeptPaper paper;
    paper.pdf_path = TRY(attachment::open_path(context, pdf.sha256));
    paper.docx_path = TRY(attachment::open_path(context, docx.sha256));
    return std::optional{std::move(paper)};
}

Result<void> keep_paper(Context& context, DocumentId document)
{
    const auto content = TRY(to_draw(context, document));
    if (!content) return {};
    const auto print = TRY(document::write_pdf(*content));
    const auto word = TRY(document::write_docx(*content));
    const auto kept_print = TRY(keep_bytes(context, print, "van-ban.pdf", paper_use()));
    const auto kept_word = TRY(keep_bytes(context, word, "van-ban.docx", paper_use()));
    auto transaction = TRY(context.begin());
    const auto pdf = TRY(attachment::add(context, transaction, kept_print, document.value));
    const auto docx = TRY(attachment::add(context, transaction, kept_word, document.value));
    TRY(transaction.change_one(sql::insert_paper, document, pdf.id, docx.id));
    return transaction.commit();
}

}  // namespace caicach::outgoing
