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
    const auto agency = TRY(agency_by_id(transaction, AgencyId{object}, today));
    return AuditedPage{.title = agency.name, .path = agency_path(agency.slug)};
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
    module.audits({"organisation.alias.added", "thêm tên gọi khác"});
    module.audits({"organisation.contact.added", "thêm thông tin liên hệ"});
    module.audits({"organisation.contact.ended", "thôi dùng thông tin liên hệ"});
    module.audits({"organisation.group.changed", "sửa thành viên của nhóm"});
    module.audits({"organisation.reference.loaded", "nạp danh mục"});
    module.audits({"organisation.reorganised", "ghi quyết định sắp xếp"});
    module.audits_about({"organisation.agency", "cơ quan", page_of_agency});
    module.audits_about({"organisation.group", "nhóm cơ quan", {}});
    module.audits_about({"organisation.reorganisation", "sắp xếp cơ quan", page_of_reorganisation});
}

}  // namespace caicach::organisation
