#include "evidence/module.hpp"

#include "evidence/agency_uses.hpp"
#include "evidence/fact_handlers.hpp"
#include "evidence/fact_list_handlers.hpp"
#include "evidence/figure_handlers.hpp"
#include "evidence/import/import_handlers.hpp"
#include "evidence/messages.hpp"
#include "evidence/migrations.hpp"
#include "evidence/pack_handlers.hpp"
#include "evidence/permissions.hpp"
#include "evidence/personal_data.hpp"
#include "evidence/subject_list_handlers.hpp"
#include "evidence/sums.hpp"

namespace caicach::evidence
{

Module module()
{
    Module module("evidence");
    for (const auto& [name, sql] : migrations::all) module.migration(name, sql);
    module.messages(messages::vi);
    for (const auto* permission : {&see_facts, &record_facts, &review_facts})
        module.permission(*permission);
    add_fact_list(module);
    add_fact_pages(module);
    add_figure_pages(module);
    add_subject_lists(module);
    add_pack(module);
    add_imports(module);
    add_personal_data(module);
    module.audits({"evidence.sums.renewed", "cộng lại số liệu từ sổ kết quả"});
    module.audits_about({"evidence.sums", "số liệu cộng sẵn", {}});
    module.check({"evidence.figures", "Số liệu khớp với sổ kết quả", check_sums});
    module.on<organisation::AgencyUsesAsked>(tell_uses);
    return module;
}

}  // namespace caicach::evidence
