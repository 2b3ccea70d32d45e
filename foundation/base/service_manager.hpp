#pragma once
#include <string_view>

namespace caicach
{

/// Tells systemd how this process is ("READY=1", "STOPPING=1"; sd_notify(3)) where $NOTIFY_SOCKET
/// names somebody who listens, as it does under `Type=notify`; elsewhere nothing happens. False
/// where the listener named cannot be reached. Before any thread, or from the one that waits.
bool tell_service_manager(std::string_view state);

}  // namespace caicach
