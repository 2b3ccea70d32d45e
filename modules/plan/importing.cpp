#include "plan/importing.hpp"

#include <utility>

#include "plan/edition_store.hpp"
#include "plan/limits.hpp"
#include "plan/reading.hpp"

namespace caicach::plan
{

const attachment::AttachmentUse& plan_file_use()
{
    using attachment::FileKind;
    static const attachment::AttachmentUse use{
        .key = "plan.document",
        .kinds = {FileKind::docx, FileKind::odt, FileKind::pdf, FileKind::text, FileKind::png,
                  FileKind::jpeg, FileKind::tiff},
        .bytes_max = limits::upload_bytes,
        .picture_side_max = limits::scan_side_max};
    return use;
}

Result<Edition> open_edition(Context& context, database::Transaction& transaction,
                             organisation::AgencyId coordinator, const std::string& amends_code,
                             const attachment::KeptFile& kept)
{
    auto editions = EditionStore{transaction};
    Edition edition{.id = make_id<EditionId>(),
                    .created_at = context.now(),
                    .created_by = context.actor().name,
                    .coordinator = coordinator};
    if (!amends_code.empty()) {
        const auto known = TRY(editions.by_code(amends_code));
        if (known.state == EditionState::draft || known.state == EditionState::reading) {
            return failure(Failure::conflict, "plan.already_under_review", "amends");
        }
        if (known.state == EditionState::failed) {
            // The new file takes the place of the one that could not be read.
            auto unread = known;
            unread.state = EditionState::discarded;
            TRY(editions.save(unread));
        }
        edition.plan = known.plan;
        edition.code = known.code;
        edition.slug = known.slug;
        edition.coordinator = known.coordinator;
    }
    const auto file = TRY(attachment::add(context, transaction, kept, edition.id.value));
    edition.file_id = file.id.value;
    edition.file_name = file.name;
    TRY(editions.add(edition));
    TRY(context.record(transaction, "plan.uploaded", "plan.edition", edition.id.value));
    return edition;
}

Result<Edition> import_file(Context& context, const ImportFile& file)
{
    const auto kept =
        TRY(attachment::keep(context, {.path = file.path, .name = file.name}, plan_file_use()));
    const auto reading = TRY(read_plan_file(file.path, file.name));
    auto transaction = TRY(context.begin());
    const auto coordinator =
        TRY(organisation::agency_by_code(transaction, file.coordinator_code, context.today()));
    auto edition = TRY(open_edition(context, transaction, coordinator.id, file.amends_code, kept));
    TRY(save_reading(context, transaction, edition, reading));
    TRY(transaction.commit());
    return edition;
}

}  // namespace caicach::plan
