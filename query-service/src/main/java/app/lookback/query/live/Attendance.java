package app.lookback.query.live;

import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who has which post open at this node. */
@Component
public class Attendance {

    private final Connections connections;

    Attendance(Connections connections) {
        this.connections = connections;
    }

    public Map<PostId, Set<PersonId>> now() {
        return connections.attendance();
    }
}
