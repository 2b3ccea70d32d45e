#include "organisation/audited.hpp"

#include "database/transaction.hpp"
#include "organisation/api.hpp"
#include "organisation/paths.hpp"

namespace caicach::organisation
{

namespace
{

Result<std::optional<AuditedPage>> page_of_agency(database::Transaction& transaction,
                                                  std::int64_t object, Date today)
{
    const auto agency = agency_by_id(transaction, AgencyId{object}, today);
    // An import that made it was undone.
    if (!agency && agency.error().kind == Failure::not_found) return std::optional<AuditedPage>{};
    if (!agency) return tl::unexpected<Error>(agency.error());
    return AuditedPage{.title = agency->name, .path = agency_path(agency->slug)};
}

Result<std::optional<AuditedPage>> page_of_group(database::Transaction& transaction,
                                                 std::int64_t object, Date /*today*/)
{
    // Reference data is loaded for all groups at once: about none.
    if (object == 0) return AuditedPage{.title = "các nhóm cơ quan", .path = groups_path()};
    const auto group = TRY(group_by_id(transaction, GroupId{object}));
    return AuditedPage{.title = group.name, .path = group_path(group.key)};
}

Result<std::optional<AuditedPage>> page_of_imports(database::Transaction& /*transaction*/,
                                                   std::int64_t /*object*/, Date /*today*/)
{
    return AuditedPage{.title = "các lần nhập danh mục", .path = imports_path()};
}

/// All decisions stand on one page.
Result<std::optional<AuditedPage>> page_of_reorganisation(database::Transaction& /*transaction*/,
                                                          std::int64_t /*object*/, Date /*today*/)
{
    return AuditedPage{.title = "các lần sắp xếp", .path = reorganisations_path()};
}

}  // namespace

void add_audited(Module& module)
{
    module.audits({"organisation.agency.created", "thêm cơ quan"});
    module.audits({"organisation.agency.changed", "sửa cơ quan khi nhập danh mục"});
    module.audits({"organisation.agency.removed", "bỏ cơ quan khi hoàn tác lần nhập"});
    module.audits({"organisation.alias.added", "thêm tên gọi khác"});
    module.audits({"organisation.contact.added", "thêm thông tin liên hệ"});
    module.audits({"organisation.contact.ended", "thôi dùng thông tin liên hệ"});
    module.audits({"organisation.group.changed", "sửa thành viên của nhóm"});
    module.audits({"organisation.import.discarded", "bỏ tệp danh mục chưa nhập"});
    module.audits({"organisation.import.done", "nhập danh mục cơ quan từ tệp"});
    module.audits({"organisation.import.proposed", "tải tệp danh mục cơ quan lên"});
    module.audits({"organisation.import.undone", "hoàn tác một lần nhập danh mục"});
    module.audits({"organisation.official_code.added", "thêm mã số"});
    module.audits({"organisation.official_code.ended", "thôi dùng mã số"});
    module.audits({"organisation.reference.loaded", "nạp danh mục"});
    module.audits({"organisation.reorganised", "ghi quyết định sắp xếp"});
    module.audits_about({"organisation.agency", "cơ quan", page_of_agency});
    module.audits_about({"organisation.group", "nhóm cơ quan", page_of_group});
    module.audits_about({"organisation.import", "lần nhập danh mục cơ quan", page_of_imports});
    module.audits_about({"organisation.reorganisation", "sắp xếp cơ quan", page_of_reorganisation});
}

}  // namespace caicach::organisation
