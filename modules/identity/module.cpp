#include "identity/module.hpp"

#include "identity/messages.hpp"
#include "identity/migrations.hpp"
#include "identity/permissions.hpp"
#include "identity/sign_in_handlers.hpp"

namespace caicach::identity
{

Module module()
{
    Module module("identity");
    for (const auto& migration : migrations::all) module.migration(migration.name, migration.text);
    for (const auto& catalogue : messages::all) module.messages(catalogue.text);
    module.permission(manage_accounts);
    module.get("/dang-nhap", http::Access::anyone, show_sign_in);
    module.get("/dang-nhap/{token}", http::Access::anyone, show_sign_in_link);
    module.post("/dang-nhap/{token}", http::Access::anyone, create_session);
    module.post("/dang-xuat", http::Access::signed_in, remove_session);
    return module;
}

}  // namespace caicach::identity
