#include "manifest/context.hpp"

#include <utility>

namespace caicach
{

Context::Context(const Services& services, Actor actor, std::string request_id)
    : m_services(services), m_actor(std::move(actor)), m_request_id(std::move(request_id))
{
}

Instant Context::now() const { return m_services.clock->now(); }

std::string Context::message(const Error& error) const
{
    return m_services.messages->render(error);
}

std::string Context::message(std::string_view key) const
{
    return m_services.messages->render(key);
}

// A context lent as const only asks (who, when, may they); it opens no transaction.
// NOLINTBEGIN(readability-make-member-function-const)
Result<database::Transaction> Context::begin() { return m_services.database->write(); }

Result<database::Transaction> Context::read() { return m_services.database->read(); }
// NOLINTEND(readability-make-member-function-const)

Result<void> Context::require(const Permission& permission, ScopeId scope) const
{
    if (may(permission, scope)) return {};
    if (!m_actor.is_signed_in()) return failure(Failure::unauthenticated, "base.sign_in_first");
    return failure(Failure::forbidden, "base.not_allowed", {}, {std::string{permission.text}});
}

bool Context::may(const Permission& permission, ScopeId scope) const
{
    return m_actor.is_system || m_services.authority->may(m_actor, permission, scope);
}

bool Context::may_anywhere(const Permission& permission) const
{
    return m_actor.is_system || m_services.authority->may_anywhere(m_actor, permission);
}

Result<void> Context::record(database::Transaction& transaction, std::string_view action,
                             std::string_view object_type, std::int64_t object_id,
                             std::string_view detail)
{
    return record_as(m_actor, transaction, action, object_type, object_id, detail);
}

Result<void> Context::record_as(const Actor& actor, database::Transaction& transaction,
                                std::string_view action, std::string_view object_type,
                                std::int64_t object_id, std::string_view detail)
{
    return m_services.recorder->record(transaction, actor, now(),
                                       {.action = action,
                                        .object_type = object_type,
                                        .object_id = object_id,
                                        .detail = detail,
                                        .request_id = m_request_id,
                                        .address = m_origin.address,
                                        .session = m_origin.session});
}

}  // namespace caicach
