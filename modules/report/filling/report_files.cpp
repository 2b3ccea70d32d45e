#include "report/filling/report_files.hpp"

#include <string>

#include "report/filling/cell_store.hpp"
#include "report/limits.hpp"

namespace caicach::report
{
namespace
{

struct FileObjectTag;
using FileObjectId = Id<FileObjectTag>;

}  // namespace

attachment::AttachmentUse file_use()
{
    using attachment::FileKind;
    return {.key = "report.file",
            .kinds = {FileKind::pdf, FileKind::docx, FileKind::odt, FileKind::xlsx, FileKind::ods,
                      FileKind::text, FileKind::jpeg, FileKind::png},
            .bytes_max = limits::file_bytes_max,
            .count_max = 1};
}

Result<void> add_file(Context& context, database::Transaction& transaction, const Report& report,
                      const attachment::KeptFile& kept)
{
    CellStore store{transaction};
    const auto files = TRY(store.files(report.id));
    if (files.size() >= limits::files_max)
        return failure(Failure::too_large, "attachment.too_many", "file",
                       {std::to_string(limits::files_max)});
    // Each is an object of its own: one may go, and another come in its place.
    const auto file =
        TRY(attachment::add(context, transaction, kept, make_id<FileObjectId>().value));
    return store.insert_file(report.id, file.id, context.actor().account, context.now());
}

Result<void> leave_out_file(Context& context, database::Transaction& transaction,
                            const Report& report, std::string_view code)
{
    const auto file = TRY(attachment::find_by_code(transaction, code));
    const bool is_forgotten = TRY(CellStore{transaction}.leave_out_file(report.id, file.id));
    if (is_forgotten) return attachment::remove(context, transaction, file.id);
    return {};
}

}  // namespace caicach::report
