#include "plan/audited.hpp"

#include "database/transaction.hpp"
#include "plan/edition_store.hpp"
#include "plan/item_store.hpp"
#include "plan/paths.hpp"

namespace caicach::plan
{
namespace
{

/// What was given up has no page; what was replaced has its history.
Result<std::optional<AuditedPage>> page_of_edition(database::Transaction& transaction,
                                                   std::int64_t object, Date /*today*/)
{
    auto editions = EditionStore{transaction};
    const auto edition = TRY(editions.find(EditionId{object}));
    const auto& document = edition.document;
    AuditedPage page{.title = document.title.empty() ? edition.file_name : document.title,
                     .path = draft_path(edition)};
    if (edition.state == EditionState::discarded) return std::nullopt;
    if (edition.state == EditionState::replaced) page.path = history_path(edition);
    if (edition.state == EditionState::in_force) page.path = plan_path(edition);
    return page;
}

Result<std::optional<AuditedPage>> page_of_item(database::Transaction& transaction,
                                                std::int64_t object, Date today)
{
    auto items = ItemStore{transaction};
    auto editions = EditionStore{transaction};
    const auto item = TRY(items.find(ItemId{object}));
    auto page = TRY(page_of_edition(transaction, item.edition.value, today));
    if (!page) return page;
    page->title = item.title;
    const auto edition = TRY(editions.find(item.edition));
    if (edition.state == EditionState::in_force) page->path = item_path(edition, item);
    if (edition.state == EditionState::draft) page->path = review_path(edition, item);
    return page;
}

}  // namespace

void add_audited(Module& module)
{
    module.audits({"plan.uploaded", "tải kế hoạch lên"});
    module.audits({"plan.read", "đọc xong văn bản"});
    module.audits({"plan.read_failed", "không đọc được văn bản"});
    module.audits({"plan.read_again", "cho đọc lại văn bản"});
    module.audits({"plan.document.changed", "sửa thông tin văn bản"});
    module.audits({"plan.note.settled", "xem một lưu ý về văn bản"});
    module.audits({"plan.line.settled", "bỏ qua một dòng của văn bản"});
    module.audits({"plan.line.reopened", "xem lại một dòng của văn bản"});
    module.audits({"plan.name.identified", "xác định một tên gọi"});
    module.audits({"plan.item.added", "thêm mục"});
    module.audits({"plan.item.changed", "sửa mục"});
    module.audits({"plan.item.split", "tách mục"});
    module.audits({"plan.item.merged", "gộp mục"});
    module.audits({"plan.item.removed", "bỏ mục"});
    module.audits({"plan.item.restored", "khôi phục mục"});
    module.audits({"plan.change.accepted", "chấp nhận thay đổi"});
    module.audits({"plan.change.refused", "không chấp nhận thay đổi"});
    module.audits({"plan.change.reopened", "xem lại thay đổi"});
    module.audits({"plan.edit.undone", "hoàn tác"});
    module.audits({"plan.put_in_force", "đưa kế hoạch vào thực hiện"});
    module.audits({"plan.discarded", "bỏ bản nháp"});
    module.audits_about({"plan.edition", "kế hoạch", page_of_edition});
    module.audits_about({"plan.item", "mục của kế hoạch", page_of_item});
}

}  // namespace caicach::plan
