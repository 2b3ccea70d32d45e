#include "outgoing/module.hpp"

#include "outgoing/checks.hpp"
#include "outgoing/document/document_handlers.hpp"
#include "outgoing/list/list_handlers.hpp"
#include "outgoing/messages.hpp"
#include "outgoing/migrations.hpp"
#include "outgoing/number/series_handlers.hpp"
#include "outgoing/package/package_handlers.hpp"
#include "outgoing/signing/file_check_handlers.hpp"
#include "outgoing/signing/signing_handlers.hpp"
#include "outgoing/template/template_handlers.hpp"

namespace caicach::outgoing
{

Module module()
{
    Module module("outgoing");
    for (const auto& [name, sql] : migrations::all) module.migration(name, sql);
    module.messages(messages::vi);
    add_numbers(module);
    add_lists(module);
    add_packages(module);
    add_signing(module);
    add_documents(module);
    add_document_signing(module);
    add_templates(module);
    module.check({"outgoing.numbers", "Số văn bản khớp với sổ số và với văn bản", check_numbers});
    return module;
}

}  // namespace caicach::outgoing
