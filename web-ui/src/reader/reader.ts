/** What a reader's page gains where there is JavaScript; it is complete without. */
import './elsewhere'
import './since'
